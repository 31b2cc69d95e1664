import { setTimeout as delay } from 'node:timers/promises';
import { startProgram } from '../support/child-process.ts';

/** Something that an import said of its progress, and how many milliseconds after the first thing. */
interface Said {
  readonly what: string;
  readonly at: number;
}

/** What was heard of an import that ran in a process of its own. */
export interface Run {
  readonly said: readonly Said[];
  /** Its exit code; undefined when it was killed before it ended. */
  readonly code: number | undefined;
  /** Milliseconds from the first thing it said to its end. */
  readonly took: number;
}

/** When to kill: so many milliseconds after an import has said so many things. */
export interface Moment {
  readonly said: number;
  readonly after: number;
}

/**
 * The steps of a stage, the longest first: how many things the run had said when each began, and how
 * many milliseconds it took. Stages come in turns, so what is said next may be of another.
 */
export function longestSteps(
  run: Run,
  stage: string,
): readonly { readonly said: number; readonly took: number }[] {
  return run.said
    .map(({ what, at }, index) => ({
      what,
      said: index + 1,
      took: (run.said[index + 1]?.at ?? run.took) - at,
    }))
    .filter(({ what }) => what.startsWith(stage))
    .sort((one, other) => other.took - one.took);
}

/** The moment so far (0 to 1) through a run. Counted from what it says, it does not move when the machine is busier. */
export function momentIn(run: Run, share: number): Moment {
  const at = run.took * share;
  const said = run.said.filter((one) => one.at <= at).length;
  return { said, after: at - (run.said[said - 1]?.at ?? 0) };
}

/**
 * Imports a path by the command as it was built, in a process of its own, which is killed at the
 * moment, if one is given, unless it has ended before.
 */
export async function runImport(
  path: string,
  environment: Readonly<Record<string, string>>,
  moment?: Moment,
): Promise<Run> {
  // Most of the few records that are held change.
  const words = [path, '--accept-large-change'];
  const child = startProgram('tests/support/import-and-say.mjs', words, environment);
  const said: Said[] = [];
  let started: number | undefined;
  let killing: Promise<void> | undefined;
  try {
    for (;;) {
      const what = await child.line();
      started ??= performance.now();
      const at = performance.now() - started;
      if (what.startsWith('ended')) {
        await child.ended;
        return { said, code: Number(what.split(' ')[1]), took: at };
      }
      said.push({ what, at });
      if (said.length === moment?.said) killing = delay(moment.after).then(() => child.kill());
    }
  } catch (error) {
    // A process that ends without its last line was killed, or failed by itself.
    if (killing === undefined) throw error;
    await killing;
    return { said, code: undefined, took: 0 };
  }
}
