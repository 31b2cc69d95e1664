/** What a rule's finding means to the people who read it. */
export interface RuleExplanation {
  /** The rule as a heading. */
  readonly name: string;
  /** Why it matters, and what to do about it. */
  readonly whatToDo: string;
  /** Who can mend it. */
  readonly whoMends: string;
}

const DATA_TEAM = 'The team that makes the return';
const COST_TEAM = 'Placements officer with finance';

const OF_RETURNS = {
  'value-missing': {
    name: 'A value is missing',
    whatToDo:
      'The return leaves a field empty that it should fill. Fill it in the case system and take the extract again; figures by this field leave the child out until then.',
    whoMends: DATA_TEAM,
  },
  'value-unreadable': {
    name: 'A value cannot be read',
    whatToDo:
      'What stands in the field is not a number of the kind it should hold, so the row is kept without it. Correct it in the case system and import again.',
    whoMends: DATA_TEAM,
  },
  'unreadable-date': {
    name: 'A date cannot be read',
    whatToDo:
      'The day does not exist or is not written as dd/mm/yyyy, so the row is kept without it. Correct it and import again.',
    whoMends: DATA_TEAM,
  },
  'code-of-another-year': {
    name: 'A code of another year’s return',
    whatToDo:
      'The code is in the guide of another year, and is kept as it stands. Nothing is lost here, but the return’s own validation will question it: use the code of its year.',
    whoMends: DATA_TEAM,
  },
  'code-unknown': {
    name: 'A code of no return',
    whatToDo:
      'No year’s guide has the code; it is kept as it stands and counted as other or unknown. Look the right code up in the guide and correct it.',
    whoMends: DATA_TEAM,
  },
  'episode-without-nights': {
    name: 'An episode without a night',
    whatToDo:
      'It starts and ends on the same day, so it counts for no night. Usually two entries of one move: join them, or correct one of the dates.',
    whoMends: DATA_TEAM,
  },
  'ends-before-it-starts': {
    name: 'Something ends before it starts',
    whatToDo: 'One of the two dates is wrong. Correct it in the case system and import again.',
    whoMends: DATA_TEAM,
  },
  'return-year-disagrees': {
    name: 'A file’s dates are not of its year',
    whatToDo:
      'The folder or file is named for one year and its latest date is in another, so its codes were checked against the wrong year’s guide. Rename the folder or replace the file.',
    whoMends: 'Whoever imports the files',
  },
  'child-without-header': {
    name: 'A child in no header',
    whatToDo:
      'The child has records but no header, so sex, date of birth and ethnicity are not known. Add the child to the header file, or correct the identifier.',
    whoMends: DATA_TEAM,
  },
} as const satisfies Record<string, RuleExplanation>;

const OF_COSTS = {
  'columns-ignored': {
    name: 'Columns were read past',
    whatToDo:
      'The file has columns that are not part of its layout. Nothing needs doing unless one of them should have been read: then map the file’s columns.',
    whoMends: 'Whoever imports the files',
  },
  'rejected-rows-not-kept': {
    name: 'More rejected rows than are kept',
    whatToDo:
      'The file has so many rejected rows that only the first are kept with their reasons, and the others are counted. See what the first have in common, mend the extract and import it again.',
    whoMends: 'Whoever imports the files',
  },
  'findings-not-kept': {
    name: 'More findings than are kept',
    whatToDo:
      'There is so much to say of the files that only the first findings are kept, and the others are counted; what earlier imports found in the same records stands until then. See what the first have in common, mend the extract and import it again.',
    whoMends: 'Whoever imports the files',
  },
  'record-named-again': {
    name: 'Two rows for one record',
    whatToDo:
      'The same record stands in more than one row and one of them was kept. Take the others out, or make them different records, such as a change of rate on a later day.',
    whoMends: 'Whoever makes the cost files',
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

const OF_THE_WEEK = {
  'move-without-reason': {
    name: 'A move without a reason',
    whatToDo:
      'The episode that ended gives no reason for the change of placement, so the move is not counted as unplanned. Ask the social worker and record the reason.',
    whoMends: 'The child’s social worker',
  },
  'looked-after-without-date-of-birth': {
    name: 'Looked after, date of birth not known',
    whatToDo:
      'The child is left out of every figure by age. Record the date of birth, or the one assessed.',
    whoMends: 'The child’s social worker',
  },
} as const satisfies Record<string, RuleExplanation>;

/** Every rule that makes findings, with what to do about them. */
export const RULE_EXPLANATIONS: Readonly<Record<string, RuleExplanation>> = {
  ...OF_COSTS,
  ...OF_THE_WEEK,
  ...OF_RETURNS,
};

/** The rule as a heading. */
export function ruleName(rule: string): string {
  return RULE_EXPLANATIONS[rule]?.name ?? rule;
}
