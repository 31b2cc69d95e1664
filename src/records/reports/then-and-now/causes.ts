import { difference, HEADLINE_FIGURES, type HeadlineFigures } from './headline-figures.ts';

/**
 * How many revisions a page tells one by one; those before and those after them are told together.
 * Each takes the making of a report: about 0.1 s of a council of a thousand children.
 */
export const TOLD_ON_A_PAGE = 12;

/** The figures of a week as known at a revision. */
export interface FiguresAt {
  readonly revision: number;
  readonly figures: HeadlineFigures;
}

/** Whether a step stands for several revisions, those before or those after the ones told one by one. */
export type Together = 'earlier' | 'later' | null;

/** A step of the figures from then to now. */
export interface Step extends FiguresAt {
  readonly together: Together;
}

/** What one revision, or several that follow one another, did to the figures. */
export interface Cause {
  /** The last of them. */
  readonly revision: number;
  /** The state before. */
  readonly after: number;
  readonly together: Together;
  readonly contribution: HeadlineFigures;
}

/** Whether any figure is not nothing. */
export function isSomething(figures: HeadlineFigures): boolean {
  return HEADLINE_FIGURES.some((name) => figures[name] !== 0);
}

/**
 * What each step contributed to what the figures became: its figures less those of the step before, so
 * that all of them add up to the whole. Steps follow one another.
 */
export function causesOf(then: FiguresAt, steps: readonly Step[]): readonly Cause[] {
  let before = then;
  return steps.map((step): Cause => {
    const { revision, together } = step;
    const contribution = difference(step.figures, before.figures);
    const cause = { revision, after: before.revision, together, contribution };
    before = step;
    return cause;
  });
}
