import { expect, test } from 'vitest';
import { isoDate } from '../../core/plain-date.ts';
import { generateCouncil } from './generate-council.ts';
import type { ChildHistory } from './history.ts';

test('a few who came back into care have another identifier, under which all since then stands', () => {
  const plan = { seed: 1, children: 1_040, years: 6, asOf: isoDate('2026-11-28') };
  const histories = [...generateCouncil(plan).histories()];
  const byId = new Map(histories.map((history) => [history.childId, history]));
  expect(byId.size).toBe(histories.length);
  const former = histories.filter(({ cameBackAs }) => cameBackAs !== undefined);
  expect(former.length).toBeGreaterThan(1);
  expect(former.length).toBeLessThan(12);
  const days = ({ episodes, reviews, missing, socialWorkers, packages }: ChildHistory) => [
    ...episodes.flatMap(({ decom, dec }) => [decom, dec]),
    ...reviews.map(({ day }) => day),
    ...missing.map(({ start }) => start),
    ...socialWorkers.map(({ from }) => from),
    ...packages.map(({ placementStart }) => placementStart),
  ];
  for (const before of former) {
    const again = byId.get(before.cameBackAs ?? '');
    if (again === undefined) throw new Error(before.childId);
    expect(before.life.number).toBe(again.life.number);
    expect(before.upn).toBe(again.upn);
    const returned = again.episodes[0]?.decom ?? 0;
    expect(again.episodes[0]?.rne).toBe('S');
    expect(before.episodes.length).toBeGreaterThan(0);
    expect(Math.max(...days(before))).toBeLessThan(returned);
    expect(Math.min(...days(again))).toBeGreaterThanOrEqual(returned);
  }
});
