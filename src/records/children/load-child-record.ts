import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { loadLinks } from '../links/load-links.ts';
import type { Severity } from '../model.ts';
import { loadPseudonyms } from '../reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { ChildFinding, ChildRecord, RecordedRepair } from './child-record.ts';
import { loadChild, loadEpisodes, loadEvents, loadProviders, loadReviews } from './load-care.ts';
import { loadElements, loadPayments } from './load-money.ts';
import { loadName } from './load-name.ts';

type Transaction = CouncilTransaction<RecordsTables>;

async function loadRepairs(tx: Transaction, childId: string): Promise<RecordedRepair[]> {
  const rows = await tx.db
    .selectFrom('repair')
    .select(['rule', 'module', 'record_key', 'before', 'after', 'import_id'])
    .where('authority_id', '=', tx.authority)
    .where('child_id', '=', childId)
    .orderBy('module')
    .orderBy('record_key')
    .execute();
  return rows.map((row) => ({
    rule: row.rule,
    module: row.module,
    recordKey: row.record_key,
    before: row.before as RecordedRepair['before'],
    after: row.after as RecordedRepair['after'],
    importId: row.import_id,
  }));
}

async function loadFindings(tx: Transaction, childIds: string[]): Promise<ChildFinding[]> {
  const rows = await tx.db
    .selectFrom('finding')
    .select(['severity', 'rule', 'message', 'path', 'line', 'import_id'])
    .where('authority_id', '=', tx.authority)
    .where('child_id', 'in', childIds)
    .where('resolved_import_id', 'is', null)
    .orderBy('return_year', 'desc')
    .orderBy('rule')
    .execute();
  return rows.map(({ severity, rule, message, path, line, import_id: importId }) => ({
    severity: severity as Severity,
    rule,
    message,
    ...(path === null ? {} : { file: { path, line, importId } }),
  }));
}

async function isRestricted(tx: Transaction, childId: string): Promise<boolean> {
  const rows = await tx.rows(
    'select 1 from restriction where authority_id = $1 and child_id = $2 and ended_at is null',
    [tx.authority, childId],
  );
  return rows.length > 0;
}

/** Everything held of the child; undefined when the council knows no such child, or hides it from whoever asks. */
export async function loadChildRecord(
  tx: Transaction,
  childId: string,
): Promise<ChildRecord | undefined> {
  const child = await loadChild(tx, childId);
  if (child === undefined) return undefined;
  const episodes = await loadEpisodes(tx, childId);
  const links = (await loadLinks(tx, childId)).filter(({ stands }) => stands);
  const pseudonym = await loadPseudonyms(tx);
  return {
    child,
    pseudonym: pseudonym(childId),
    name: await loadName(tx, childId),
    restricted: await isRestricted(tx, childId),
    links,
    episodes,
    providers: await loadProviders(tx, episodes),
    ...(await loadReviews(tx, childId)),
    ...(await loadEvents(tx, childId)),
    elements: await loadElements(tx, childId),
    payments: await loadPayments(tx, childId),
    repairs: await loadRepairs(tx, childId),
    findings: await loadFindings(tx, [childId, ...links.map((link) => link.childId)]),
  };
}
