import { dateInWords, dateOfDayNumber } from '../../../core/plain-date.ts';
import { spanOn } from '../../care-cost/attribution.ts';
import { careCostFindings } from '../../care-cost/findings.ts';
import { type Finding, SEVERITIES } from '../../model.ts';
import type { ChildFacts } from './facts.ts';
import { isEndOfUnknownReason, isReasonUnknown, movesOf } from './movements.ts';
import type { FindingCount } from './report.ts';
import type { Week } from './week.ts';

function addMovesWithoutReason(facts: ChildFacts, week: Week, findings: Finding[]): void {
  for (const move of movesOf(facts, week)) {
    const { childId, episode, reason } = move;
    const moved = dateInWords(dateOfDayNumber(episode.decom));
    if (reason === undefined) {
      const message = `Moved on ${moved}, but the episode that ended gives no reason for the change of placement, so the move is not counted as unplanned.`;
      findings.push({ severity: 'warning', rule: 'move-without-reason', childId, message });
    } else if (isReasonUnknown(move)) {
      const message = `Moved on ${moved} for ${reason}, which is no code for a change of placement, so it is not known whether the move was planned and it is not counted as unplanned.`;
      findings.push({ severity: 'warning', rule: 'move-reason-unknown', childId, message });
    }
  }
}

function addEndsOfUnknownReason(facts: ChildFacts, week: Week, findings: Finding[]): void {
  for (const { episode } of facts.care.spans) {
    if (!isEndOfUnknownReason(episode, week)) continue;
    const ended = dateInWords(dateOfDayNumber(episode.dec ?? week.lastNight));
    const message = `The episode ended on ${ended} for ${episode.rec}, which is no code of REC, so it is not known whether the child ceased to be looked after and the end is not counted.`;
    const { childId } = facts;
    findings.push({ severity: 'warning', rule: 'end-reason-unknown', childId, message });
  }
}

function addDateOfBirthUnknown(facts: ChildFacts, week: Week, findings: Finding[]): void {
  if (facts.child?.dateOfBirth !== undefined) return;
  const span = spanOn(facts.care, week.lastNight);
  if (span === undefined || span.group === 'shortBreak') return;
  findings.push({
    severity: 'warning',
    rule: 'looked-after-without-date-of-birth',
    childId: facts.childId,
    message:
      'Looked after, but no date of birth is known, so the child is not among those aged 16 and over.',
  });
}

/** What the cost rules find in one child's records, moves and ends whose reason is missing or no code, and a date of birth that is missing. */
export function findingsOf(facts: ChildFacts, week: Week): Finding[] {
  const findings = careCostFindings(facts.childId, facts.care, facts.elements, week.upToNow);
  addMovesWithoutReason(facts, week, findings);
  addEndsOfUnknownReason(facts, week, findings);
  addDateOfBirthUnknown(facts, week, findings);
  return findings;
}

/** The findings of the week counted by rule, worst first, each with the first child's (by identifier) as its example. */
export function reportFindings(
  facts: readonly ChildFacts[],
  week: Week,
  pseudonym: (childId: string) => string,
): FindingCount[] {
  const byRule = new Map<string, { first: Finding; count: number }>();
  for (const ofChild of facts) {
    for (const finding of findingsOf(ofChild, week)) {
      const known = byRule.get(finding.rule);
      if (known === undefined) byRule.set(finding.rule, { first: finding, count: 1 });
      else {
        known.count += 1;
        if (comesBefore(finding, known.first)) known.first = finding;
      }
    }
  }
  const rank = ({ severity }: FindingCount) => SEVERITIES.indexOf(severity);
  return Array.from(byRule, ([rule, { first, count }]) => ({
    severity: first.severity,
    rule,
    count,
    example: `${pseudonym(first.childId ?? '')}: ${first.message}`,
  })).sort((one, other) => rank(one) - rank(other) || (one.rule < other.rule ? -1 : 1));
}

function comesBefore(one: Finding, other: Finding): boolean {
  const [mine, theirs] = [one.childId ?? '', other.childId ?? ''];
  return mine < theirs || (mine === theirs && one.message < other.message);
}
