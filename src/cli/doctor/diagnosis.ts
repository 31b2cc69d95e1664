import { WellplacedError } from '../../core/errors.ts';
import type { Diagnosis } from '../../platform/wing/diagnosis.ts';

/** An error as a diagnosis; what was not raised on purpose is a fault of the program. */
export function wrongBy(error: unknown): Diagnosis {
  if (error instanceof WellplacedError) {
    // A folder in use is what a service that runs looks like from beside it.
    const state = error.code === 'embedded-folder-in-use' ? 'look' : 'wrong';
    return { state, what: error.message, remedy: error.remedy };
  }
  const what = error instanceof Error ? error.message : String(error);
  return { state: 'wrong', what, remedy: 'This is a fault of the program: please report it.' };
}

const MARKS = { well: 'well ', look: 'LOOK ', wrong: 'WRONG' } as const;

/** The diagnoses for a terminal, the remedy under what it is for, and how many there are that are not well. */
export function diagnosesInWords(diagnoses: readonly Diagnosis[]): string {
  const lines = diagnoses.map(({ state, what, remedy }) =>
    remedy === undefined
      ? `${MARKS[state]}  ${what}\n`
      : `${MARKS[state]}  ${what}\n       → ${remedy}\n`,
  );
  const count = (state: Diagnosis['state']) =>
    diagnoses.filter((each) => each.state === state).length;
  return `${lines.join('')}\n${count('wrong')} wrong, ${count('look')} to look at, ${count('well')} well\n`;
}
