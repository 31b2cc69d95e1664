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
      'What stands in the field is an error of a spreadsheet, or not a value of the kind it should hold, so the row is kept without it. Correct it where the file was made and import again.',
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
      'No year’s guide has the code; it is kept as it stands and is in no count of the codes. Look the right code up in the guide and correct it.',
    whoMends: DATA_TEAM,
  },
  'identifier-tidied': {
    name: 'An identifier without what a spreadsheet added',
    whatToDo:
      'The file writes it as spreadsheets leave numbers (1234567.0, ="1234567", commas), and it was taken without that. Nothing is lost; format the column as text before the next extract.',
    whoMends: DATA_TEAM,
  },
  'value-tidied': {
    name: 'A code written as a spreadsheet writes it',
    whatToDo:
      'TRUE or FALSE was taken as 1 or 0, or a code without the spaces in it. Nothing is lost; correct the extract when convenient.',
    whoMends: DATA_TEAM,
  },
  'identifier-differs-by-zeros': {
    name: 'Two identifiers that differ by leading zeros',
    whatToDo:
      'Spreadsheets take the zeros before a number away, so the two are probably one child, who is counted twice or whose costs do not meet the care. Look which is right, and import the other file again with the column as text.',
    whoMends: DATA_TEAM,
  },
  'dates-month-first': {
    name: 'Days with the month first',
    whatToDo:
      'One value of the column is a day only with its month first, so the whole column was read that way. Look at a few of them; if it is wrong, correct that value and import again.',
    whoMends: 'Whoever imports the files',
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
  'rates-overlap': {
    name: 'Two rates run at once',
    whatToDo:
      'Two weekly rates of one element, payer, provider and code hold the same nights, and both are counted. End the one that the other replaces, or say what makes them two.',
    whoMends: COST_TEAM,
  },
  'rows-identical': {
    name: 'Two rows say the same',
    whatToDo:
      'Of payments both are counted, for an invoice may hold two like lines; of anything else one is kept. Look whether something was entered twice, and take one out if so.',
    whoMends: 'Whoever makes the cost files',
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
  'columns-ignored': {
    name: 'Columns were read past',
    whatToDo:
      'The file has columns that are not part of its layout. Nothing needs doing unless one of them should have been read: then map the file’s columns.',
    whoMends: 'Whoever imports the files',
  },
  'sheet-not-read': {
    name: 'A sheet that was not read',
    whatToDo:
      'The workbook has a sheet without a table, such as a cover or notes, or a hidden one. Nothing needs doing unless rows on it belong to the import: then give them a visible sheet of their own with column names.',
    whoMends: 'Whoever imports the files',
  },
  'rows-above-header': {
    name: 'Rows above the column names',
    whatToDo:
      'A title or something else stands above the column names and was read past. Nothing needs doing unless one of those rows is a record: then move it below the column names.',
    whoMends: 'Whoever imports the files',
  },
  'values-without-column': {
    name: 'Values in a column without a name',
    whatToDo:
      'Something stands beside the table, or a column name is missing, so the values are in no record. Give the column its name, or move what stands beside the table elsewhere.',
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
  'move-reason-unknown': {
    name: 'A move for a reason that is no code',
    whatToDo:
      'What the episode gives as the reason for the change of placement is in no year’s guide, so it is not known whether the move was planned. Record the right reason.',
    whoMends: 'The child’s social worker',
  },
  'end-reason-unknown': {
    name: 'An end for a reason that is no code',
    whatToDo:
      'What the episode gives as the reason it ceased is in no year’s guide, so it is not known whether the child ceased to be looked after. Record the right reason.',
    whoMends: 'The child’s social worker',
  },
  'looked-after-without-date-of-birth': {
    name: 'Looked after, date of birth not known',
    whatToDo:
      'The child is left out of every figure by age. Record the date of birth, or the one assessed.',
    whoMends: 'The child’s social worker',
  },
} as const satisfies Record<string, RuleExplanation>;

const THE_CASE = 'Correct the dates or the reason in the case system and import again.';

const OF_HISTORIES = {
  'end-without-reason': {
    name: 'An episode ended for no reason',
    whatToDo: `The last day (DEC) is there and the reason (REC) is not, so the child leaves the count and is in no count of those who ceased. ${THE_CASE}`,
    whoMends: DATA_TEAM,
  },
  'reason-without-end': {
    name: 'A reason to end without a last day',
    whatToDo: `The reason (REC) is there and the last day (DEC) is not, so the episode is taken as open and its nights are counted. ${THE_CASE}`,
    whoMends: DATA_TEAM,
  },
  'nothing-follows': {
    name: 'Another episode should follow and none does',
    whatToDo: `The episode ends because the next begins (X1), but there is none: the child is not counted from that day. Add the episode that is missing, or correct the reason.`,
    whoMends: DATA_TEAM,
  },
  'gap-after-episode': {
    name: 'A gap between two episodes',
    whatToDo: `The episode ends because the next begins the same day (X1), and that one begins later, so nights between are counted for nobody. ${THE_CASE}`,
    whoMends: DATA_TEAM,
  },
  'new-start-not-ended': {
    name: 'Care goes on and starts anew',
    whatToDo: `The episode says that another follows (X1) and that one says that care begins (RNE S): one of the two is wrong. ${THE_CASE}`,
    whoMends: DATA_TEAM,
  },
  'open-before-new-start': {
    name: 'Left open before a new start',
    whatToDo: `A later episode starts a new period of care, so this one had ended, and when and why is not known. It is counted up to the end of its return’s year. ${THE_CASE}`,
    whoMends: DATA_TEAM,
  },
  'episode-repeated': {
    name: 'One episode with two first days',
    whatToDo: `Two returns report what looks like the same episode from different days, so it stands twice in the history. Correct the day in the return that has it wrong and import it again.`,
    whoMends: DATA_TEAM,
  },
  'episodes-overlap': {
    name: 'Two episodes overlap',
    whatToDo: `The episode is reported to end after the next one starts; its nights are counted up to that start. ${THE_CASE}`,
    whoMends: DATA_TEAM,
  },
  'starts-in-mid-care': {
    name: 'An episode goes on from nothing',
    whatToDo: `It continues care (RNE other than S) and no episode leads to it, so the child joins the count without having started. Add the episode before it, or correct RNE to S.`,
    whoMends: DATA_TEAM,
  },
  'looked-after-past-eighteen': {
    name: 'Looked after past the eighteenth birthday',
    whatToDo: `Nobody is looked after from the eighteenth birthday on, and the nights are still counted. Close the episode on that day, or correct the date of birth.`,
    whoMends: DATA_TEAM,
  },
  'episode-before-birth': {
    name: 'An episode before birth',
    whatToDo:
      'The episode starts before the child was born: the first day or the date of birth is wrong. Correct it and import again.',
    whoMends: DATA_TEAM,
  },
  'starts-in-the-future': {
    name: 'An episode that has not begun',
    whatToDo:
      'It starts after today or after the year of its return, which cannot know of it. Correct the day, or import the file under the year it is of.',
    whoMends: DATA_TEAM,
  },
  'ends-in-the-future': {
    name: 'An episode that ends after its return',
    whatToDo:
      'It ends after today or after the year of its return, which cannot know of it; its nights are counted until then. Correct the day or leave it empty.',
    whoMends: DATA_TEAM,
  },
  'open-but-gone': {
    name: 'Left open and gone from the newest return',
    whatToDo:
      'An older return left the episode open and the newest whole one does not name the child, who is counted only up to the end of the return that did. Import a return that closes the episode, or the newest one with the child in it.',
    whoMends: DATA_TEAM,
  },
  'return-looks-partial': {
    name: 'A return that looks like a part',
    whatToDo:
      'It leaves out more than half of the children whom it must name, so nobody is left out of the count for it. Import the whole return; if it is whole, close the episodes of the others.',
    whoMends: 'Whoever imports the files',
  },
} as const satisfies Record<string, RuleExplanation>;

const OF_ROWS = {
  'born-after-return': {
    name: 'Born after the return’s year',
    whatToDo: 'A child in the return was born before its year ended. Correct the date of birth.',
    whoMends: DATA_TEAM,
  },
  'date-of-birth-unlikely': {
    name: 'Too old for a return',
    whatToDo:
      'The date of birth makes the child older than any in a return; often it stands for one not known. Correct it, or leave it empty.',
    whoMends: DATA_TEAM,
  },
  'start-unlikely': {
    name: 'A start too long ago',
    whatToDo:
      'The episode starts longer ago than anybody is looked after; often the day stands for one not known. Correct it and import again.',
    whoMends: DATA_TEAM,
  },
  'provider-missing': {
    name: 'A placement without a provider',
    whatToDo:
      'Without PLACE_PROVIDER a foster placement cannot be told to be in house or agency, and counts as other. Fill it in the case system.',
    whoMends: DATA_TEAM,
  },
  'provider-impossible': {
    name: 'A provider that cannot be',
    whatToDo:
      'The guide allows no such provider for the type of placement: one of PLACE and PLACE_PROVIDER is wrong. Correct it in the case system.',
    whoMends: DATA_TEAM,
  },
  'placement-no-longer-allowed': {
    name: 'Independent living after October 2023',
    whatToDo:
      'No episode from 28 October 2023 on may be in P2: registered supported accommodation is K3. Correct the type of placement.',
    whoMends: DATA_TEAM,
  },
} as const satisfies Record<string, RuleExplanation>;

/** Every rule that makes findings, with what to do about them. */
export const RULE_EXPLANATIONS: Readonly<Record<string, RuleExplanation>> = {
  ...OF_COSTS,
  ...OF_THE_WEEK,
  ...OF_RETURNS,
  ...OF_HISTORIES,
  ...OF_ROWS,
};

/** The rule as a heading. */
export function ruleName(rule: string): string {
  return RULE_EXPLANATIONS[rule]?.name ?? rule;
}
