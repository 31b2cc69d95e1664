import type { PlainDate } from '../../core/plain-date.ts';
import type { Doer, Standing } from '../../platform/workflow/judge.ts';
import type { Workflow } from '../../platform/workflow/workflow.ts';
import { RECORDS_PERMISSIONS, type RecordsTable } from '../permissions.ts';
import type { FindingRow } from './finding-row.ts';

/** Where a finding stands. */
export type FindingState = 'open' | 'to-be-mended' | 'accepted' | 'reopened' | 'resolved';

/** What a person can decide on a finding. */
export const VERDICTS_TO_CHOOSE = ['accepted', 'to-be-mended', 'reopened'] as const;

/** What people decide, as it is stored, and what happens by itself. */
export type FindingAction =
  | (typeof VERDICTS_TO_CHOOSE)[number]
  | 'facts-changed'
  | 'no-longer-found'
  | 'found-again';

/** What the safeguards of a decision look at. */
export interface FindingFacts {
  readonly today: PlainDate;
  /** How whoever mends it is called; nobody where a person was chosen who may not, or from whom a child is hidden. */
  readonly mender: string | null;
  /** Whether it is a name typed, and somebody who could have been chosen has it. */
  readonly typedNameOfPerson: boolean;
  readonly mendBy: PlainDate | null;
}

const OPEN_ALREADY = { not: 'It is open already.' };
const GONE = { not: 'It is no longer found.' };
const NOTHING_DECIDED = { not: 'Nothing that it would end was decided.' };
const STILL_FOUND = { not: 'It is found already.' };

/** What may be done to a finding. */
export const FINDING_WORKFLOW: Workflow<
  RecordsTable,
  FindingState,
  FindingAction,
  'somebody mends it' | 'chosen by id' | 'day to come',
  FindingFacts
> = {
  thing: 'finding',
  permissions: RECORDS_PERMISSIONS,
  begins: 'open',
  states: {
    open: { inWords: 'Open', colour: 'yellow' },
    'to-be-mended': { inWords: 'To be mended' },
    accepted: { inWords: 'Accepted as right', colour: 'green' },
    reopened: { inWords: 'Open again', colour: 'yellow' },
    resolved: { inWords: 'No longer found', colour: 'grey' },
  },
  actions: {
    accepted: {
      label: 'Accept it as right',
      hint: 'The records are as they should be. The finding leaves the open list until its facts change.',
      by: 'decide on findings',
      records: ['why'],
    },
    'to-be-mended': {
      label: 'Have it mended',
      hint: 'Say below by whom and by when. It leaves the open list until it is mended or its facts change.',
      by: 'decide on findings',
      safeguards: ['somebody mends it', 'chosen by id', 'day to come'],
      records: ['why', 'who mends it', 'by which day'],
    },
    reopened: {
      label: 'Open it again',
      hint: 'What was decided no longer holds.',
      by: 'decide on findings',
      records: ['why'],
    },
    'facts-changed': { label: 'Its facts change', by: 'program', records: [] },
    'no-longer-found': {
      label: 'An import no longer finds it',
      by: 'program',
      records: ['which import'],
    },
    'found-again': { label: 'An import finds it again', by: 'program', records: [] },
  },
  safeguards: {
    'somebody mends it': {
      inWords: 'it is said who mends it, and they may see findings and the child',
      holds: ({ mender }) => mender !== null && mender !== '',
      refusal: 'Nobody is named who mends it and may see what was found.',
    },
    'chosen by id': {
      inWords: 'a person of the council is chosen, not typed',
      holds: ({ typedNameOfPerson }) => !typedNameOfPerson,
      refusal: 'A person of the council has the name that you typed: choose them from the list.',
    },
    'day to come': {
      inWords: 'the day by which it is mended is not past',
      holds: ({ today, mendBy }) => mendBy !== null && mendBy >= today,
      refusal: 'The day by which it is mended is past.',
    },
  },
  moves: {
    open: {
      accepted: 'accepted',
      'to-be-mended': 'to-be-mended',
      reopened: OPEN_ALREADY,
      'facts-changed': NOTHING_DECIDED,
      'no-longer-found': 'resolved',
      'found-again': STILL_FOUND,
    },
    'to-be-mended': {
      accepted: 'accepted',
      'to-be-mended': 'to-be-mended',
      reopened: 'reopened',
      'facts-changed': 'open',
      'no-longer-found': 'resolved',
      'found-again': STILL_FOUND,
    },
    accepted: {
      accepted: 'accepted',
      'to-be-mended': 'to-be-mended',
      reopened: 'reopened',
      'facts-changed': 'open',
      'no-longer-found': 'resolved',
      'found-again': STILL_FOUND,
    },
    reopened: {
      accepted: 'accepted',
      'to-be-mended': 'to-be-mended',
      reopened: OPEN_ALREADY,
      'facts-changed': NOTHING_DECIDED,
      'no-longer-found': 'resolved',
      'found-again': STILL_FOUND,
    },
    resolved: {
      accepted: GONE,
      'to-be-mended': GONE,
      reopened: GONE,
      'facts-changed': NOTHING_DECIDED,
      'no-longer-found': GONE,
      'found-again': 'open',
    },
  },
};

/** Where a finding stands by what is found and what was decided last. */
export function stateOf({
  resolved,
  decided,
  decision,
}: Pick<FindingRow, 'resolved' | 'decided' | 'decision'>): FindingState {
  if (resolved) return 'resolved';
  const verdict = decision?.verdict;
  if (verdict === 'reopened') return 'reopened';
  if (decided && (verdict === 'accepted' || verdict === 'to-be-mended')) return verdict;
  return 'open';
}

/** The finding and who would decide on it. No step of a finding asks for a second person, so none before it counts. */
export function standingOf(
  row: Pick<FindingRow, 'resolved' | 'decided' | 'decision'>,
  doer: Doer,
): Standing<FindingState, FindingAction> {
  return { state: stateOf(row), taken: [], doer };
}
