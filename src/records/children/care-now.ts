import { isoDate, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Episode } from '../model.ts';
import { packedRows } from '../storage/packed-rows.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { HeldReview, ReviewsKnown } from './reviews-due.ts';

/** A child looked after now, with what the days of reviews follow from. */
export interface ChildInCare {
  readonly childId: string;
  /** Without where they lie. */
  readonly episodes: readonly Episode[];
  readonly reviews: readonly HeldReview[];
}

interface CareNow {
  readonly children: readonly ChildInCare[];
  /** Undefined when no return reports any review. */
  readonly known: ReviewsKnown | undefined;
}

const text = (value: unknown) => (value === null ? undefined : (value as string));
const number = (value: unknown) => (value === null ? undefined : (value as number));

function byChild<Row>(rows: readonly (readonly [string, Row])[]): ReadonlyMap<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const [childId, row] of rows) {
    const ofChild = grouped.get(childId);
    if (ofChild === undefined) grouped.set(childId, [row]);
    else ofChild.push(row);
  }
  return grouped;
}

const EPISODE_COLUMNS = ['child_id', `decom - date '1970-01-01'`, `dec - date '1970-01-01'`, 'rne'];

/** Every child with an episode that has not ended. Plain queries one after another: planned without statistics, as after a first import, one with a subquery crawls. */
export async function loadCareNow(tx: CouncilTransaction<RecordsTables>): Promise<CareNow> {
  const open = await tx.rows(
    'select distinct child_id from episode where authority_id = $1 and dec is null',
    [tx.authority],
  );
  const ids = open.map(([childId]) => String(childId));
  const ofThem = [tx.authority, ids];
  const episodes = await packedRows(
    tx,
    [...EPISODE_COLUMNS, 'ls', 'place'],
    'from episode where authority_id = $1 and child_id = any($2)',
    ofThem,
  );
  const reviews = await packedRows(
    tx,
    ['child_id', 'review', 'review_code'],
    'from review where authority_id = $1 and child_id = any($2)',
    ofThem,
  );
  const [known] = await tx.rows(
    'select min(return_year), max(review) from review where authority_id = $1',
    [tx.authority],
  );
  const [firstYear, to] = [number(known?.[0]), text(known?.[1])];
  const episodesOf = byChild(
    episodes.map(([childId, decom, dec, rne, ls, place]) => {
      const episode: Episode = {
        childId: String(childId),
        decom: decom as number,
        dec: number(dec),
        rne: text(rne),
        ls: text(ls),
        cin: undefined,
        place: String(place),
        placeProvider: undefined,
        rec: undefined,
        reasonPlaceChange: undefined,
        urn: undefined,
        area: 'unknown',
        distanceMiles: undefined,
      };
      return [String(childId), episode] as const;
    }),
  );
  const reviewsOf = byChild(
    reviews.map(([childId, date, code]) => [
      String(childId),
      { date: date as PlainDate, code: text(code) },
    ]),
  );
  return {
    children: ids.map((childId) => ({
      childId,
      episodes: episodesOf.get(childId) ?? [],
      reviews: reviewsOf.get(childId) ?? [],
    })),
    known:
      firstYear === undefined || to === undefined
        ? undefined
        : { from: isoDate(`${firstYear - 1}-04-01`), to: isoDate(to) },
  };
}
