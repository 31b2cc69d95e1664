import { expect, test } from 'vitest';
import { dayNumberOf, isoDate } from '../../../core/plain-date.ts';
import { episode } from '../../care-cost/examples.ts';
import type { Episode } from '../../model.ts';
import { weekEndingOn } from './week.ts';
import { weeklyReport } from './weekly-report.ts';

const FIRST = dayNumberOf(isoDate('2021-03-01'));
const IN_WEEK = dayNumberOf(isoDate('2021-03-29'));

function reportOn(episodes: readonly Episode[]) {
  const facts = { children: [], episodes, elements: [], budgets: [], gone: [] };
  return weeklyReport(facts, weekEndingOn(isoDate('2021-03-31')), {
    authority: { code: 'TST', name: 'Testshire' },
    pseudonym: (childId) => childId,
  });
}

function ended(rec: string | undefined): Episode {
  const base = { childId: 'A', decom: FIRST, dec: IN_WEEK, rne: 'S', place: 'K2' };
  return { ...episode(base), rec };
}

test.each([
  ['E4A', 1, undefined],
  ['E43', 1, undefined],
  ['X1', 0, undefined],
  ['NULL', 0, 'end-reason-unknown'],
  ['E99', 0, 'end-reason-unknown'],
  [undefined, 0, undefined],
])('an episode that ends with %s is %i of those who ceased', (rec, ends, rule) => {
  const report = reportOn([ended(rec)]);
  expect(report.movement.ends).toBe(ends);
  expect(report.findings.map((finding) => finding.rule)).toEqual(rule === undefined ? [] : [rule]);
});

test.each([
  ['ALLEG', 1, undefined],
  ['CARPL', 0, undefined],
  ['NULL', 0, 'move-reason-unknown'],
  ['Q7', 0, 'move-reason-unknown'],
  [undefined, 0, 'move-without-reason'],
])('a move for %s is %i of the unplanned ones', (reason, unplanned, rule) => {
  const before = { ...ended('X1'), reasonPlaceChange: reason };
  const base = { childId: 'A', decom: IN_WEEK, dec: undefined, rne: 'P', place: 'U4' };
  const report = reportOn([before, episode(base)]);
  expect(report.movement).toMatchObject({ placementMoves: 1, unplannedMoves: unplanned });
  const rules = report.findings.map((finding) => finding.rule);
  expect(rules.filter((each) => each.startsWith('move'))).toEqual(rule === undefined ? [] : [rule]);
});
