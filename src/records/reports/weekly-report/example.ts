import { penceOf } from '../../../core/money.ts';
import { dayNumberOf, isoDate } from '../../../core/plain-date.ts';
import { episode } from '../../care-cost/examples.ts';
import type { CostElement } from '../../model.ts';
import type { PlacementFacts } from './facts.ts';
import type { WeeklyReport } from './report.ts';
import { weekEndingOn } from './week.ts';
import { weeklyReport } from './weekly-report.ts';

const start = dayNumberOf(isoDate('2021-03-29'));

function element(childId: string, weeklyRate: number): CostElement {
  return {
    childId,
    placementStart: start,
    element: 'core',
    weeklyRate: penceOf(weeklyRate),
    from: start,
    to: undefined,
    funder: 'social_care',
    provider: 'Alder House',
    contract: 'spot',
    costCentre: 'A1',
    subjective: 'B2',
  };
}

const FACTS: PlacementFacts = {
  children: [],
  episodes: ['A', 'B'].map((childId) =>
    episode({ childId, decom: start, dec: undefined, rne: 'S', place: 'K2' }),
  ),
  elements: [element('A', 450_000), element('B', 70_000)],
  budgets: [],
  gone: [],
};

/** For tests: the report on two children who came into residential care on 29 March 2021. */
export function exampleReport(): WeeklyReport {
  return weeklyReport(FACTS, weekEndingOn(isoDate('2021-03-31')), {
    authority: { code: 'TST', name: 'Testshire' },
    pseudonym: (childId) => `Package ${childId}`,
  });
}
