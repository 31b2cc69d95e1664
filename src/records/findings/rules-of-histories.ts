import { DATA_TEAM, type RuleExplanation, THE_CASE } from './rule-explanation.ts';

/** What a child’s episodes, taken together, say against each other. */
export const OF_HISTORIES = {
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
      'An older return left the episode open and the newest whole one does not name the child, who is counted only up to the end of the return that did. Say under “Children gone” what became of the child: care ended, another authority took it over, or the return left the child out by mistake. A return that says it itself goes before the answer.',
    whoMends: DATA_TEAM,
  },
  'return-looks-partial': {
    name: 'A return that looks like a part',
    whatToDo:
      'It leaves out more than half of the children whom it must name, so nobody is left out of the count for it. Import the whole return; if it is whole, close the episodes of the others.',
    whoMends: 'Whoever imports the files',
  },
} as const satisfies Record<string, RuleExplanation>;
