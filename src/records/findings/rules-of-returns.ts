import { DATA_TEAM, type RuleExplanation } from './rule-explanation.ts';

/** What is found in single rows of a return. */
export const OF_RETURNS = {
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
  'child-without-header': {
    name: 'A child in no header',
    whatToDo:
      'The child has records but no header, so sex, date of birth and ethnicity are not known. Add the child to the header file, or correct the identifier.',
    whoMends: DATA_TEAM,
  },
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
  'upn-unlikely': {
    name: 'A unique pupil number that is none',
    whatToDo:
      'The number has 13 characters, the first a letter that the other twelve fix; this one was cut, mistyped or is another number. It is kept as it stands. Look it up with the school, or write one of UN1 to UN7 where there is none.',
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
  'xml-passed-over': {
    name: 'Parts of a return that no module takes',
    whatToDo:
      'The XML holds elements that belong to no module of the return, and they were not read. Ask whoever makes the return whether they should be in it.',
    whoMends: DATA_TEAM,
  },
  'postcode-unreadable': {
    name: 'A postcode that is none',
    whatToDo:
      'The value is kept, but no distance or area can be worked out from it, so the placement counts as of unknown place. Correct it in the case system.',
    whoMends: DATA_TEAM,
  },
} as const satisfies Record<string, RuleExplanation>;
