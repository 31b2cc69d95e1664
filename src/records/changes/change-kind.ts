/** What became of a record between two revisions, what matters most first. */
export const CHANGE_KINDS = [
  'changed',
  'added',
  'withdrawn',
  'came-back',
  'passing',
  'said-again',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

interface KindInWords {
  readonly text: string;
  readonly meaning: string;
  readonly colour: 'green' | 'red' | 'yellow' | 'teal' | 'grey' | 'purple';
}

/** The kinds in words, each with what it means and the colour of its tag. */
export const CHANGE_KIND_WORDS: Readonly<Record<ChangeKind, KindInWords>> = {
  changed: {
    text: 'Changed',
    meaning: 'The record stood before and stands after, and says something else.',
    colour: 'yellow',
  },
  added: { text: 'New', meaning: 'The record was not known before.', colour: 'green' },
  withdrawn: {
    text: 'Withdrawn',
    meaning: 'The record stood before and does not stand after. What it said is kept.',
    colour: 'red',
  },
  'came-back': {
    text: 'Restated: came back',
    meaning: 'The record did not stand before, had stood earlier, and stands again.',
    colour: 'teal',
  },
  passing: {
    text: 'Came and went',
    meaning: 'The record stood neither before nor after, only between.',
    colour: 'purple',
  },
  'said-again': {
    text: 'Restated: as before',
    meaning:
      'The record says what it said before: a newer file or a put-back said it anew, or it was changed and changed back.',
    colour: 'grey',
  },
};
