import { COST_TEAM, type RuleExplanation } from './rule-explanation.ts';

/** What costs, payments and budgets do not say of each other, and of care. */
export const OF_COSTS = {
  'rates-overlap': {
    name: 'Two rates run at once',
    whatToDo:
      'Two weekly rates of one element, payer, provider and code hold the same nights, and both are counted. End the one that the other replaces, or say what makes them two.',
    whoMends: COST_TEAM,
  },
  'budget-lines-summed': {
    name: 'A budget on several lines',
    whatToDo:
      'The file has more than one line for the year, cost centre and subjective, and they are added. If one of them replaces the other, take the old one out and import again.',
    whoMends: 'Finance business partner',
  },
  'payment-lines-fewer': {
    name: 'Fewer lines of a payment than before',
    whatToDo:
      'The records hold more lines of the payment than the file, and none was taken away. If the ledger took one back, import the line that corrects or credits it.',
    whoMends: 'Finance business partner',
  },
  'cost-before-placement': {
    name: 'A cost from before its placement',
    whatToDo:
      'The cost runs from a day before the placement that it names. Correct the first day of the cost or the start of the placement.',
    whoMends: COST_TEAM,
  },
  'budget-profile-does-not-sum': {
    name: 'A budget’s months do not add up',
    whatToDo:
      'The twelve monthly amounts differ from the annual one; the report uses the months. Correct the one that is wrong.',
    whoMends: 'Finance business partner',
  },
  'contribution-without-source': {
    name: 'A contribution from nobody',
    whatToDo:
      'Say whether education, health or another authority pays it, so that it can be recovered.',
    whoMends: 'Finance business partner',
  },
  'contribution-above-gross': {
    name: 'A contribution above the gross',
    whatToDo: 'More comes in than the payment costs: one of the two amounts is wrong.',
    whoMends: 'Finance business partner',
  },
  'looked-after-without-cost': {
    name: 'Looked after without a cost',
    whatToDo:
      'The child is in a placement that should cost something and no cost holds the night, so spend and forecast are too low. Record the package, at nil if the place is free.',
    whoMends: COST_TEAM,
  },
  'cost-without-placement': {
    name: 'A cost without a placement',
    whatToDo:
      'The cost names a placement start on which no episode of the child began. Correct the start named, or the episode in the case system.',
    whoMends: COST_TEAM,
  },
  'cost-after-placement-ended': {
    name: 'A cost that runs on after the placement',
    whatToDo:
      'The placement has ended and the cost has not: money may be going out for an empty place. Stop the payment, end the cost, and ask for what was overpaid.',
    whoMends: COST_TEAM,
  },
  'cost-outside-care': {
    name: 'A cost on nights without care',
    whatToDo:
      'The child had no episode on nights that are charged for. Either an episode is missing from the return or the cost should have ended.',
    whoMends: COST_TEAM,
  },
} as const satisfies Record<string, RuleExplanation>;
