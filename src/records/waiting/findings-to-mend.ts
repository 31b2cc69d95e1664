import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { IdentityTables } from '../../platform/identity/identity-tables.ts';
import { peopleWhoMay } from '../../platform/identity/people-who-may.ts';
import type { Waiting, WaitingKind } from '../../platform/tasks/waiting.ts';
import type { FindingDecision } from '../findings/finding-row.ts';
import { loadFoundNow } from '../findings/found-now.ts';
import { loadFindings } from '../findings/load-findings.ts';
import { ruleName } from '../findings/rule-explanations.ts';
import { selectedFindings } from '../findings/selected-findings.ts';
import { paths } from '../paths.ts';
import { type Permission, RECORDS_PERMISSIONS } from '../permissions.ts';
import { lastWholeWeek, type Week } from '../reports/weekly-report/week.ts';
import type { RestrictionTables } from '../restrictions/tables.ts';
import { decidedAsSeen } from '../storage/as-seen.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

type Transaction = CouncilTransaction<RestrictionTables>;

const BY_NAME = `
select person_id, name, coalesce(named_at, added_at) from person
where authority_id = $1 and left_at is null and name = any($2)
`;

/** Whom a decision names; by the name of then where it was taken before menders stood by id, and nobody where it is a team’s. */
async function menders(
  tx: Transaction,
  decisions: readonly FindingDecision[],
): Promise<(decision: FindingDecision) => string | undefined> {
  const names = [...new Set(decisions.flatMap(({ mender }) => mender ?? []))];
  const rows = await tx.rows(BY_NAME, [tx.authority, names]);
  const byName = new Map(
    rows.map(([personId, name, since]) => [
      String(name),
      { personId: String(personId), since: new Date(since as string | Date) },
    ]),
  );
  return ({ mender, menderId, decidedAt }) => {
    if (menderId !== null) return menderId;
    const person = mender === null ? undefined : byName.get(mender);
    return person !== undefined && person.since <= decidedAt ? person.personId : undefined;
  };
}

/** Findings whose latest decision has them mended, one of each subject. */
function toBeMended(tx: Transaction, week: Week) {
  return decidedAsSeen(
    tx.over<RecordsTables>(),
    ['findings to mend', week.weekEnding],
    async () => {
      const foundNow = await loadFoundNow(tx, week);
      const decided = selectedFindings(tx.authority, foundNow, { state: 'decided' });
      const rows = await loadFindings(tx, decided, { key: 'severity', order: 'ascending' });
      const bySubject = new Map(
        rows.flatMap((row) =>
          row.decision?.verdict === 'to-be-mended'
            ? [[row.subjectKey, { ...row, decision: row.decision }] as const]
            : [],
        ),
      );
      return [...bySubject.values()];
    },
  );
}

/** Findings that somebody is to mend by a day: that person's, or of a team those' who decide on findings. */
export const FINDINGS_TO_MEND: WaitingKind<Permission> = {
  name: 'finding-to-mend',
  inWords: { one: 'Finding to mend', several: 'Findings to mend' },
  permission: 'see findings',
  waits: ({ read, today }) =>
    read<RestrictionTables, readonly Waiting[]>(async (tx) => {
      const found = await toBeMended(tx, lastWholeWeek(today));
      if (found.length === 0) return [];
      const menderOf = await menders(
        tx,
        found.map(({ decision }) => decision),
      );
      const deciding = await peopleWhoMay(
        tx.over<IdentityTables>(),
        RECORDS_PERMISSIONS,
        'decide on findings',
      );
      return found.map(({ childId, decision, message, rule, subjectKey }): Waiting => {
        const mender = menderOf(decision);
        return {
          key: subjectKey,
          title: `Mend: ${ruleName(rule)}`,
          detail: `${message} ${decision.decidedBy}: ${decision.reason}`,
          ...(childId === null ? {} : { childId }),
          why:
            mender === undefined
              ? `It is to be mended by ${decision.mender}.`
              : `${decision.mender} was named to mend it.`,
          owners: mender === undefined ? deciding.map(({ personId }) => personId) : [mender],
          ...(decision.mendBy === null ? {} : { due: decision.mendBy }),
          href: paths.finding(subjectKey),
        };
      });
    }),
};
