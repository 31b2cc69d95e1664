import type { Definition, FigureName } from './definitions.ts';

const COSTS = 'Placement cost elements, by nights × weekly rate ÷ 7, rounded once';

function pounds(name: string, definition: string, source = COSTS): Definition {
  return { name, definition, unit: 'pounds', source };
}

function counted(name: string, unit: Definition['unit'], definition: string): Definition {
  return { name, definition, unit, source: COSTS };
}

/** What the sums of money mean. */
export const SPEND_DEFINITIONS: Readonly<
  Record<Extract<FigureName, `spend.${string}`>, Definition>
> = {
  'spend.weekPence': pounds(
    'Spend in the week',
    'What the packages cost on the seven nights of the week, whoever pays; while the week is not over, on the nights up to today’s, and the report says how many. The night on which an element starts counts, the night on which it ends does not. Nights of short breaks are left out; nights on which the child had no episode are in, and shown as a group of their own.',
  ),
  'spend.yearToDatePence': pounds(
    'Spend in the year to date',
    'As the spend in the week, from the night of 1 April to the last night of the week or, while it is not over, to today’s.',
  ),
  'spend.budgetToDatePence': pounds(
    'Budget to date',
    'The monthly budgets of the months of the financial year that have passed and, of the month under way, the share of its nights that have passed.',
    'Budgets by cost centre and subjective',
  ),
  'spend.projectedOutturnPence': pounds(
    'Projected outturn',
    'What the financial year is going to cost: what packages cost so far and, of what is recorded to 31 March, all but what is in dispute and what is known to end. A looked-after child’s cost ends with the night before the eighteenth birthday unless it states otherwise: by an end after it, or by beginning on it or later. Recorded prices to come are in. Then come costs that begin and end as in the weeks before (a setting, 13 weeks); what is recorded to begin or end already counts towards that. The page of the outturn shows each step.',
    'Placement cost elements, episodes and dates of birth',
  ),
  'spend.committedPence': pounds(
    'Committed cost of the year',
    'What the packages as recorded cost in the whole financial year: those without an end run to 31 March, whatever else is known, and those recorded to start later are in. Costs in dispute are in too. Withheld in the version for others, for less the projected outturn it may tell of one child.',
  ),
  'spend.disputedWeekPence': pounds(
    'Of the week’s spend, disputed',
    'What of the spend in the week is for nights after the child’s placement had ended, or of a placement of which no episode is recorded. It is in the spend in the week. The findings “A cost that runs on after the placement” and “A cost without a placement” name each.',
    'Placement cost elements and episodes',
  ),
  'spend.disputedYearToDatePence': pounds(
    'Of the year to date, disputed',
    'As of the week, of the nights from 1 April to the last night that is counted. It is in the spend in the year to date and so in the projected outturn; what a disputed cost would add after the last night is in neither.',
    'Placement cost elements and episodes',
  ),
  'spend.childrenDisputed': counted(
    'Children with a disputed cost',
    'children',
    'Children of whose cost in the week something is in dispute.',
  ),
  'spend.childrenDisputedInYear': counted(
    'Children with a disputed cost in the year',
    'children',
    'Children of whose cost in the year to date something is in dispute.',
  ),
  'spend.netOfContributionsPence': pounds(
    'Spend in the week, net',
    'The spend in the week on elements that social care pays for itself: without those that education, health or another authority pays for.',
  ),
  'spend.childrenCharged': counted(
    'Children with a cost',
    'children',
    'Children for whom at least one night of the week cost something.',
  ),
  'spend.childrenWithContributions': counted(
    'Children with contributions',
    'children',
    'Children with a cost for whom education, health or another authority paid for part of the week.',
  ),
  'spend.shortBreaksWeekPence': pounds(
    'Short breaks in the week',
    'What packages cost on nights of the week that the child spent in an agreed short break (legal status V3 or V4). In none of the other sums.',
  ),
  'spend.shortBreaksChildrenCharged': counted(
    'Children with a cost of short breaks',
    'children',
    'Children for whom a night of a short break in the week cost something.',
  ),
  'spend.byGroup.nights': counted(
    'Nights by placement group',
    'nights',
    'Nights of the week on which a child was looked after, each child’s each night once, in the group of the child’s main placement: a temporary night (T0 to T4) counts to the main placement before it in the same period of care, whose cost runs on. Without a placement: nights on which a child with no episode was charged for.',
  ),
  'spend.byGroup.weekPence': pounds(
    'Spend by placement group',
    'The spend in the week on the nights of each group. Each group is rounded once, so the groups may differ from the total by pence.',
  ),
  'spend.byGroup.averageWeeklyPence': pounds(
    'Average weekly cost by placement group',
    'The group’s spend in the week × 7 ÷ its nights, free placements included; so a week of fewer nights is as dear by the week as a whole one.',
  ),
  'spend.byGroup.childrenCharged': counted(
    'Children with a cost by placement group',
    'children',
    'Children for whom at least one night in the group cost something. A child who moved may be in several.',
  ),
};

/** What the lists hold. */
export const LIST_DEFINITIONS: Readonly<Record<'highCost' | 'changes' | 'findings', Definition>> = {
  highCost: counted(
    'Dearest packages',
    'packages',
    'The ten packages (all cost elements of one placement) with the highest weekly cost on the last night, whoever pays. Short breaks are left out.',
  ),
  changes: counted(
    'Packages started, ended and changed',
    'packages',
    'Packages whose weekly cost on a night of the week differs from the night before: started when there was none, ended when there is none, changed otherwise. A short break counts as none.',
  ),
  findings: {
    name: 'Findings',
    definition:
      'What a person should look at: children looked after without a cost on the last night (not with parents or in a short break); costs of a placement that is not recorded; costs that run on after the placement ended; other costs on nights without an episode; moves without a reason; children without a date of birth.',
    unit: 'findings',
    source: 'Care episodes and placement cost elements',
  },
};
