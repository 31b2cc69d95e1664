import type { CaseOf, CaseTables } from '../../platform/cases/case.ts';
import type { OwnOfCase } from '../../platform/cases/case-file.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Week } from '../reports/weekly-report/week.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { loadHistory, type PastDecision } from './decide-on-findings.ts';
import { verdictInWords } from './decision-in-words.ts';
import { type FindingImports, importsOf } from './finding-imports.ts';
import type { FindingRow } from './finding-row.ts';
import { FINDING_WORKFLOW } from './finding-workflow.ts';
import { loadFoundNow } from './found-now.ts';
import { loadFindings } from './load-findings.ts';
import { ruleName } from './rule-explanations.ts';
import { selectedFindings } from './selected-findings.ts';

/** The tables of which the case of a finding is made. */
export type FindingCaseTables = RecordsTables & CaseTables;

type Transaction = CouncilTransaction<FindingCaseTables>;

/** What a case of a finding is called where cases of all kinds stand together. */
export const FINDING_CASE = FINDING_WORKFLOW.thing;

/** A finding as a case: everywhere it was found, and all that was decided on it. */
export interface FindingCase {
  readonly of: CaseOf;
  /** The rows on which it is or was found; none for what the rules no longer find. */
  readonly rows: readonly FindingRow[];
  /** What was decided, the latest first. */
  readonly history: readonly PastDecision[];
  readonly imports: FindingImports;
  /** What was found, as it is said now, or was when it was last decided on. */
  readonly about: Pick<PastDecision, 'rule' | 'message' | 'childId'> | undefined;
}

/** The child of what was written on a case that holds nothing else any more; undefined when nothing was. */
async function childOfWritten(
  tx: Transaction,
  subjectKey: string,
): Promise<{ readonly childId: string | null } | undefined> {
  const [row] = await tx.rows(
    `select child_id from case_note
     where authority_id = $1 and case_kind = $2 and case_key = $3
     union all
     select child_id from case_attachment
     where authority_id = $1 and case_kind = $2 and case_key = $3 limit 1`,
    [tx.authority, FINDING_CASE, subjectKey],
  );
  return row && { childId: row[0] as string | null };
}

/** The finding, whether it is found now, was once, or was only decided or written on; undefined when nothing is known of it. */
export async function loadFindingCase(
  tx: Transaction,
  week: Week,
  subjectKey: string,
): Promise<FindingCase | undefined> {
  const records = tx as unknown as CouncilTransaction<RecordsTables>;
  const foundNow = await loadFoundNow(records, week);
  const selected = selectedFindings(tx.authority, foundNow, {
    state: 'all',
    subjects: [subjectKey],
  });
  const rows = await loadFindings(records, selected, { key: 'file', order: 'ascending' });
  const history = await loadHistory(records, subjectKey);
  const about = rows.find(({ resolved }) => !resolved) ?? rows[0] ?? history[0];
  const written = about ?? (await childOfWritten(tx, subjectKey));
  if (written === undefined) return undefined;
  const of = { kind: FINDING_CASE, key: subjectKey, childId: written.childId };
  return { of, rows, history, imports: await importsOf(records, rows), about };
}

/** The case as its page is headed. */
export function headingOf({ about, of }: Pick<FindingCase, 'about' | 'of'>): string {
  const rule = about === undefined ? 'A finding that is no longer found' : ruleName(about.rule);
  return of.childId === null ? rule : `${rule}, child ${of.childId}`;
}

/** The import that first found it, and the one that ended it last where it is no longer found; neither for what is found in the records as they are now. */
export function cameAndWent({ rows, imports }: Pick<FindingCase, 'rows' | 'imports'>) {
  const told = (ids: readonly (string | null)[]) =>
    ids
      .flatMap((id) => imports.get(id ?? '') ?? [])
      .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const open = rows.some(({ resolved }) => !resolved);
  return {
    came: told(rows.map(({ importId }) => importId))[0],
    went: open ? undefined : told(rows.map(({ resolvedImportId }) => resolvedImportId)).at(-1),
  };
}

/** What happened to the finding itself, and who had to do with it. */
export function ownOf({ rows, history, imports }: FindingCase): OwnOfCase {
  const [latest] = history;
  const came = new Set(rows.flatMap(({ importId }) => importId ?? []));
  const went = new Set(rows.flatMap(({ resolvedImportId }) => resolvedImportId ?? []));
  const imported = (ids: ReadonlySet<string>, what: string) =>
    [...ids].flatMap((id) => {
      const one = imports.get(id);
      return one === undefined
        ? []
        : [{ at: one.at, who: { personId: one.personId, name: one.by }, what }];
    });
  const mends =
    latest?.verdict === 'to-be-mended' && latest.mender !== null
      ? [{ who: { personId: latest.menderId, name: latest.mender }, as: 'mends it' }]
      : [];
  return {
    events: [
      ...history.map((one) => ({
        at: one.decidedAt,
        who: { personId: one.personId, name: one.decidedBy },
        what: `decided: ${verdictInWords(one)}`,
        words: one.reason,
      })),
      ...imported(came, 'imported the file in which it was found'),
      ...imported(went, 'imported a file in which it was no longer found'),
    ],
    involved: [
      ...mends,
      ...history.map(({ personId, decidedBy }) => ({
        who: { personId, name: decidedBy },
        as: 'decided',
      })),
    ],
  };
}
