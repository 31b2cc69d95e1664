import type { PlainDate } from '../../core/plain-date.ts';
import { careHistory } from '../care-cost/attribution.ts';
import { findingsOf } from '../reports/weekly-report/report-findings.ts';
import { lastWholeWeek } from '../reports/weekly-report/week.ts';
import type { ChildFinding, ChildRecord } from './child-record.ts';

/** What the rules find now in the child's costs and placements, as of the last whole week, and what files were found to hold. */
export function childFindings(record: ChildRecord, today: PlainDate): readonly ChildFinding[] {
  const { child, episodes, elements, findings } = record;
  const facts = { childId: child.childId, child, care: careHistory(episodes), elements };
  return [...findingsOf(facts, lastWholeWeek(today)), ...findings];
}
