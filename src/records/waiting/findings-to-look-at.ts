import { inFigures } from '../../core/english.ts';
import type { Waiting, WaitingKind } from '../../platform/tasks/waiting.ts';
import { loadFoundNow } from '../findings/found-now.ts';
import { countByRule } from '../findings/load-findings.ts';
import { ruleName } from '../findings/rule-explanations.ts';
import { selectedFindings } from '../findings/selected-findings.ts';
import { GONE_RULE } from '../gone/questions.ts';
import { paths } from '../paths.ts';
import type { Permission } from '../permissions.ts';
import { inWords } from '../reports/value-in-words.ts';
import { lastWholeWeek } from '../reports/weekly-report/week.ts';
import { decidedAsSeen } from '../storage/as-seen.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** Open findings by rule, the gravest first, as the list of findings counts them: one piece of work for each rule, however much it found. */
export const FINDINGS_TO_LOOK_AT: WaitingKind<Permission> = {
  name: 'findings',
  inWords: { one: 'Findings to decide on', several: 'Findings to decide on' },
  permission: 'decide on findings',
  waits: ({ read, today }) =>
    read<RecordsTables, readonly Waiting[]>(async (tx) => {
      const week = lastWholeWeek(today);
      const rules = await decidedAsSeen(tx, ['open findings by rule', week.weekEnding], async () =>
        countByRule(tx, selectedFindings(tx.authority, await loadFoundNow(tx, week), {})),
      );
      // A child who is gone waits for an answer, and not for a decision besides.
      const others = rules.filter(({ rule }) => rule !== GONE_RULE);
      return others.map(({ severity, rule, found }) => ({
        key: `${severity}/${rule}`,
        title: `${inWords(severity)}: ${ruleName(rule)} (${inFigures(found)})`,
        why: 'Your role decides what becomes of findings.',
        href: paths.findingsWhere({ severity, rule }),
      }));
    }),
};
