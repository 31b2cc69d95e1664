import type { RevisionTold } from '../../../changes/revisions-told.ts';
import type { HeadlineFigures } from '../../then-and-now/headline-figures.ts';
import type { PublishedEarlier } from '../../then-and-now/published-reports.ts';
import type { ThenAndNow } from '../../then-and-now/then-and-now.ts';
import type { WeekShown } from '../../weekly-report/week.ts';

/** Two states of a week's figures, and what led from the one to the other. */
export interface Compared extends ThenAndNow {
  /** The published report that is looked back at, where it is one. */
  readonly chosen: PublishedEarlier | undefined;
  readonly revision: number;
  /** The week that is compared. */
  readonly week: WeekShown;
  readonly revisions: ReadonlyMap<number, RevisionTold>;
  /** The page's own, for the links to its other pages. */
  readonly query: URLSearchParams;
  /** Whether the reader may open imports, and so is shown the way to them. */
  readonly seesImports: boolean;
}

/**
 * The figures as they were published; undefined where nothing was kept of that, and while any child is
 * restricted: what was published before less what is made again would tell what that child is like.
 */
export function asPublished({ chosen, leavesOut }: Compared): HeadlineFigures | undefined {
  return leavesOut ? undefined : chosen?.figures;
}

/** The figures from which the comparison starts: as published or, where those are not shown, as made again. */
export function startOf(compared: Compared): HeadlineFigures {
  return asPublished(compared) ?? compared.earlier;
}
