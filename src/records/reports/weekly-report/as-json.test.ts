import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomCouncil } from '../../../../tests/recount/random-council.ts';
import { reportJson } from './as-json.ts';
import { publish } from './publish.ts';
import { weekEndingOn } from './week.ts';
import { weeklyReport } from './weekly-report.ts';

const reader = {
  authority: { code: 'E10', name: 'Wensbury Council' },
  pseudonym: (childId: string) => `P-${childId}`,
};

const SHAPE = {
  authority: ['code', 'name'],
  children: [
    ...['total', 'byGroup', 'inArea', 'outOfArea', 'areaUnknown'],
    ...['over20MilesAndOut', 'aged16plus', 'uasc', 'leftOut'],
  ],
  movement: [
    ...['atStart', 'starts', 'ends', 'joinedWithoutStart', 'leftWithoutEnd'],
    ...['placementMoves', 'unplannedMoves'],
  ],
  spend: [
    ...['weekPence', 'yearToDatePence', 'budgetToDatePence', 'projectedOutturnPence'],
    ...['netOfContributionsPence', 'committedPence'],
    ...['disputedWeekPence', 'disputedYearToDatePence', 'byGroup'],
  ],
};

test('the JSON of either version has the agreed fields and no others', () => {
  const [council] = fc.sample(randomCouncil, { numRuns: 1, seed: 4 });
  if (council === undefined) throw new Error('There is no random council.');
  const working = weeklyReport(council.facts, weekEndingOn(council.weekEnding), reader);
  for (const report of [working, publish(working)]) {
    const json = JSON.parse(JSON.stringify(reportJson(report)));
    const top = ['authority', 'weekEnding', 'countsTo', 'marking', 'children', 'movement', 'spend'];
    const lists = ['highCost', 'changes', 'findings', ...(report.working ? [] : ['withheld'])];
    expect(Object.keys(json)).toEqual([...top, ...lists]);
    for (const [part, keys] of Object.entries(SHAPE)) {
      expect(Object.keys(json[part]), part).toEqual(keys);
    }
    expect(Object.keys(json.children.byGroup)).toHaveLength(12);
    for (const row of json.spend.byGroup) {
      expect(Object.keys(row)).toEqual(['group', 'nights', 'weekPence', 'averageWeeklyPence']);
    }
    expect(json.marking).toBe(report.marking);
    if (!report.working) expect([json.highCost, json.changes, json.findings]).toEqual([[], [], []]);
  }
});
