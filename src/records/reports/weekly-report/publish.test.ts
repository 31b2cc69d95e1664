import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomCouncil } from '../../../../tests/recount/random-council.ts';
import { HIDDEN, type LinkedCounts } from '../../../core/disclosure.ts';
import { possibleValues } from '../../../core/disclosure-attacker.ts';
import { penceOf } from '../../../core/money.ts';
import { PLACEMENT_GROUPS } from '../../codes/placement-group.ts';
import { publish } from './publish.ts';
import type { ChildrenFigures, WeeklyReport } from './report.ts';
import { weekEndingOn } from './week.ts';
import { weeklyReport } from './weekly-report.ts';

const reader = { authority: { code: 'TST', name: 'Testshire' }, pseudonym: (id: string) => id };
const randomReport = randomCouncil.map(({ facts, weekEnding }) =>
  weeklyReport(facts, weekEndingOn(weekEnding), reader),
);
const threshold = fc.integer({ min: 2, max: 4 });

/** The counts of children as linked tables, written again from what they mean. */
function linked(children: ChildrenFigures<number>): LinkedCounts {
  const { byGroup, ...single } = children;
  const groups = Object.entries(byGroup).filter(([, count]) => count > 0);
  const others = {
    near: single.outOfArea - single.over20MilesAndOut,
    younger: single.total - single.aged16plus,
    others: single.total - single.uasc,
  };
  const { shortBreaks: _, leftOut: __, ...counts } = single;
  return {
    counts: new Map([...groups, ...Object.entries({ ...counts, ...others })]),
    partitions: [
      { total: 'total', parts: groups.map(([group]) => group) },
      { total: 'total', parts: ['inArea', 'outOfArea', 'areaUnknown'] },
      { total: 'outOfArea', parts: ['over20MilesAndOut', 'near'] },
      { total: 'total', parts: ['aged16plus', 'younger'] },
      { total: 'total', parts: ['uasc', 'others'] },
    ],
    unpublished: new Set(Object.keys(others)),
  };
}

describe('publish', () => {
  it('gives no small count of children to a reader who tries every possible table', () => {
    fc.assert(
      fc.property(randomReport, threshold, (report, least) => {
        const { byGroup, ...single } = publish(report, least).children;
        const shown = Object.entries({ ...single, ...byGroup });
        const hidden = new Set(shown.flatMap(([name, count]) => (count === HIDDEN ? [name] : [])));
        const tables = linked(report.children);
        const possible = possibleValues(tables, hidden, true, report.children.total + 6);
        for (const [name, count] of tables.counts) {
          if (count === 0 || count >= least) continue;
          const values = possible.get(name) ?? new Set();
          expect(values).toContain(count);
          expect(Math.max(...values)).toBeGreaterThanOrEqual(least);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives no small count of who came and went to a reader who tries every balance of the week', () => {
    fc.assert(
      fc.property(randomReport, threshold, (report, least) => {
        const atEnd = report.children.total;
        const { placementMoves: _, unplannedMoves: __, ...balance } = report.movement;
        const published = publish(report, least);
        const shown = Object.entries({ ...published.movement, atEnd: published.children.total });
        const hidden = new Set(shown.flatMap(([name, count]) => (count === HIDDEN ? [name] : [])));
        const total = atEnd + balance.ends + balance.leftWithoutEnd;
        const tables: LinkedCounts = {
          counts: new Map(Object.entries({ ...balance, atEnd, total })),
          partitions: [
            { total: 'total', parts: ['atEnd', 'ends', 'leftWithoutEnd'] },
            { total: 'total', parts: ['atStart', 'starts', 'joinedWithoutStart'] },
          ],
          unpublished: new Set(['total']),
        };
        const possible = possibleValues(tables, hidden, true, total + 6);
        for (const [name, count] of tables.counts) {
          if (count === 0 || count >= least) continue;
          const values = possible.get(name) ?? new Set();
          expect(values).toContain(count);
          expect(Math.max(...values)).toBeGreaterThanOrEqual(least);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('withholds money and nights with the children they belong to, and what would give them away', () => {
    fc.assert(
      fc.property(randomReport, threshold, (report, least) => {
        const { children, spend } = publish(report, least);
        const hidden = spend.byGroup.flatMap(({ weekPence }, at) => {
          const row = report.spend.byGroup[at];
          return weekPence === HIDDEN && row !== undefined ? [row] : [];
        });
        for (const [at, row] of report.spend.byGroup.entries()) {
          const published = spend.byGroup[at];
          const few = row.childrenCharged > 0 && row.childrenCharged < least;
          const unseen = row.group !== 'noPlacement' && children.byGroup[row.group] === HIDDEN;
          if (few || unseen) expect(published?.weekPence).toBe(HIDDEN);
          expect(published?.nights === HIDDEN).toBe(published?.weekPence === HIDDEN);
          expect(published?.averageWeeklyPence === HIDDEN).toBe(published?.weekPence === HIDDEN);
        }
        const costing = hidden.filter(({ weekPence }) => weekPence !== 0);
        if (spend.weekPence === HIDDEN || costing.length === 0) return;
        expect(costing.length).toBeGreaterThan(1);
        const charged = costing.reduce((sum, row) => sum + row.childrenCharged, 0);
        expect(charged).toBeGreaterThanOrEqual(least);
      }),
      { numRuns: 500 },
    );
  });

  it('shows no other figure of fewer children than the threshold, and no row about one child', () => {
    fc.assert(
      fc.property(randomReport, threshold, (report, least) => {
        const { movement, spend, children, withheld, ...rest } = publish(report, least);
        expect(rest).toMatchObject({ working: false, highCost: [], changes: [], findings: [] });
        const { shortBreaks, leftOut } = children;
        const withhold = [shortBreaks, leftOut, withheld.highCostPackages];
        const shown = [...Object.values(movement), ...withhold];
        for (const count of shown) {
          if (count !== HIDDEN) expect(count === 0 || count >= least).toBe(true);
        }
        const { placementMoves, unplannedMoves } = movement;
        if (placementMoves !== HIDDEN && unplannedMoves !== HIDDEN) {
          const planned = placementMoves - unplannedMoves;
          expect(planned === 0 || planned >= least).toBe(true);
        }
        const { childrenWithContributions: few, shortBreaksChildrenCharged } = report.spend;
        if (few > 0 && few < least) expect(spend.netOfContributionsPence).toBe(HIDDEN);
        if (shortBreaksChildrenCharged > 0 && shortBreaksChildrenCharged < least) {
          expect(spend.shortBreaksWeekPence).toBe(HIDDEN);
        }
        if (spend.weekPence === HIDDEN) {
          expect(spend.yearToDatePence).toBe(HIDDEN);
          expect(spend.netOfContributionsPence).toBe(HIDDEN);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not let two small groups be worked out from the total, as a published paper did', () => {
    const counts = [793, 22, 97, 116, 7, 1, 2];
    const total = counts.reduce((sum, count) => sum + count, 0);
    const [council] = fc.sample(randomReport, { numRuns: 1, seed: 1 });
    if (council === undefined) throw new Error('no sample');
    const byGroup = { ...council.children.byGroup };
    const rows = PLACEMENT_GROUPS.map((group, at) => {
      const children = counts[at] ?? 0;
      byGroup[group] = children;
      const money = { weekPence: penceOf(children * 1000), averageWeeklyPence: penceOf(1000) };
      return { group, nights: children * 7, ...money, childrenCharged: children };
    });
    const children = {
      ...council.children,
      ...{ byGroup, total, inArea: 777, outOfArea: 256, areaUnknown: 0 },
      ...{ over20MilesAndOut: 100, aged16plus: 300, uasc: 60 },
    };
    const spend = {
      ...council.spend,
      ...{ byGroup: rows, weekPence: penceOf(total * 1000), childrenCharged: total },
    };
    const report: WeeklyReport = {
      ...council,
      children: { ...children, inArea: total - 256 },
      spend,
    };
    const published = publish(report);
    expect(PLACEMENT_GROUPS.slice(0, 8).map((group) => published.children.byGroup[group])).toEqual([
      ...[793, 22, 97, 116],
      ...[HIDDEN, HIDDEN, HIDDEN, 0],
    ]);
    expect(published.children.total).toBe(total);
    expect(published.spend.byGroup.slice(0, 7).map(({ weekPence }) => weekPence)).toEqual([
      ...[793_000, 22_000, 97_000, 116_000],
      ...[HIDDEN, HIDDEN, HIDDEN],
    ]);
    expect(published.spend.weekPence).toBe(total * 1000);
  });
});
