import { writeSync } from 'node:fs';

/** The exit code with which Node ends a program whose own first lines wait for what never comes. */
const UNSETTLED = 13;

/**
 * Makes sure that a command which never came to its end does not look like one that succeeded: when
 * nothing is left to wait for, Node ends a process with exit code 0 though a promise was never settled.
 * Gives what the command calls once it has ended.
 */
export function neverSilent(words) {
  let ended = false;
  process.on('exit', (code) => {
    if (ended || (code !== 0 && code !== UNSETTLED)) return;
    writeSync(
      2,
      `wellplaced ${words[0] ?? ''} stopped without coming to its end: it waited for something that never came. ` +
        'What it had not yet said was not done. This is a fault of the program; run the command again.\n',
    );
    process.exitCode = 70;
  });
  return () => {
    ended = true;
  };
}
