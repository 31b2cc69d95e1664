import { WellplacedError } from '../../../core/errors.ts';
import type { ReadingLimits } from './limits.ts';

/** How a reading came to no answer. */
export type Ending = 'memory' | 'stalled' | 'overall' | 'ended' | 'unforeseen' | 'not-started';

const MEGABYTE = 1_000_000;
const SAVE_AS_CSV =
  'Open it in the program that made it, delete empty rows and columns, save it as CSV and import that.';
const EXPORT_AGAIN =
  'Export it again, or open it in the program that made it and save it anew, and import that; the log says more.';

function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}

function because(ending: Ending, limits: ReadingLimits, idle: boolean): string {
  switch (ending) {
    case 'memory':
      return `reading it takes more memory than one file may have (${Math.round(limits.memory / MEGABYTE)} MB)`;
    case 'stalled':
      return `reading it comes to no end: nothing more of it was read for ${inWords(idle ? limits.idle : limits.stall)}`;
    case 'overall':
      return `reading it takes longer than one file may take (${inWords(limits.overall)})`;
    case 'ended':
      return 'the process that read it ended in the middle of it';
    case 'unforeseen':
      return 'it holds something that cannot be read and was not foreseen';
    case 'not-started':
      return 'a process to read it could not be started';
  }
}

/** The sentence with which a file is refused whose reading came to no answer. */
export function fileRefused(
  path: string,
  ending: Ending,
  limits: ReadingLimits,
  cause: unknown,
  idle = false,
): WellplacedError {
  const large = ending === 'memory' || ending === 'overall';
  const remedy =
    ending === 'not-started' ? 'Import it again later; the log says more.' : EXPORT_AGAIN;
  return new WellplacedError(
    `file-${ending === 'memory' ? 'too-much-memory' : ending}`,
    `${path} is refused because ${because(ending, limits, idle)}.`,
    large ? SAVE_AS_CSV : remedy,
    { cause },
  );
}
