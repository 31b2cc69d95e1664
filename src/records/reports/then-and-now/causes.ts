import { difference, HEADLINE_FIGURES, type HeadlineFigures } from './headline-figures.ts';

/** How many revisions are told one by one; those before them are told together. */
export const MOST_TOLD = 50;

/** The figures of a week as known at a revision. */
export interface FiguresAt {
  readonly revision: number;
  readonly figures: HeadlineFigures;
}

/** What one revision, or several that follow one another, did to the figures. */
export interface Cause {
  /** The last of them. */
  readonly revision: number;
  /** The state before. */
  readonly after: number;
  /** Whether it stands for several. */
  readonly together: boolean;
  readonly contribution: HeadlineFigures;
}

/** Whether any figure is not nothing. */
export function isSomething(figures: HeadlineFigures): boolean {
  return HEADLINE_FIGURES.some((name) => figures[name] !== 0);
}

/**
 * What each step contributed to what the figures became: its figures less those of the step before, so
 * that all of them add up to the whole. Steps follow one another; `togetherFirst` says that the first
 * stands for several revisions.
 */
export function causesOf(
  then: FiguresAt,
  steps: readonly FiguresAt[],
  togetherFirst = false,
): readonly Cause[] {
  let before = then;
  return steps.map((step, at): Cause => {
    const contribution = difference(step.figures, before.figures);
    const cause = { revision: step.revision, after: before.revision, contribution };
    before = step;
    return { ...cause, together: togetherFirst && at === 0 };
  });
}
