import { isoDate, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Child, Episode } from '../model.ts';
import { loadLocations } from '../storage/load-locations.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { ChildRecord } from './child-record.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const text = (value: unknown) => (value === null ? undefined : (value as string));
const number = (value: unknown) => (value === null ? undefined : (value as number));
const date = (value: unknown) => (value === null ? undefined : (value as PlainDate));

/** The child by the council's identifier; undefined when there is none. */
export async function loadChild(tx: Transaction, childId: string): Promise<Child | undefined> {
  const [row] = await tx.rows(
    `select c.dob, c.sex, c.ethnic, u.child_id, u.duc - date '1970-01-01'
     from child c left join uasc u on u.authority_id = $1 and u.child_id = c.child_id
     where c.authority_id = $1 and c.child_id = $2`,
    [tx.authority, childId],
  );
  if (row === undefined) return undefined;
  return {
    childId,
    dateOfBirth: date(row[0]),
    sex: text(row[1]),
    ethnicity: text(row[2]),
    unaccompanied: row[3] !== null,
    unaccompaniedUntil: number(row[4]),
  };
}

/** The child's episodes in order, each with where its placement lies. */
export async function loadEpisodes(tx: Transaction, childId: string): Promise<Episode[]> {
  const rows = await tx.rows(
    `select decom - date '1970-01-01', dec - date '1970-01-01', rne, ls, cin, place,
       place_provider, rec, reason_place_change, urn, home_post, pl_post
     from episode where authority_id = $1 and child_id = $2 order by decom`,
    [tx.authority, childId],
  );
  const locations = await loadLocations(
    tx,
    rows.map((row) => ({ home: row[10] as string | null, placement: row[11] as string | null })),
  );
  return rows.map(
    (row, at): Episode => ({
      childId,
      decom: row[0] as number,
      dec: number(row[1]),
      rne: text(row[2]),
      ls: text(row[3]),
      cin: text(row[4]),
      place: row[5] as string,
      placeProvider: text(row[6]),
      rec: text(row[7]),
      reasonPlaceChange: text(row[8]),
      urn: text(row[9]),
      area: locations[at]?.area ?? 'unknown',
      distanceMiles: locations[at]?.distanceMiles,
    }),
  );
}

/** The names of the registered providers of the episodes, by URN. */
export async function loadProviders(
  tx: Transaction,
  episodes: readonly Episode[],
): Promise<ReadonlyMap<string, string>> {
  const urns = [...new Set(episodes.flatMap(({ urn }) => (urn === undefined ? [] : [urn])))];
  const rows = await tx.rows(
    'select urn, name from provider where authority_id = $1 and urn = any($2)',
    [tx.authority, urns],
  );
  return new Map(rows.map(([urn, name]) => [String(urn), String(name)]));
}

/** The child's reviews, and from when to when the council's reviews are known. */
export async function loadReviews(
  tx: Transaction,
  childId: string,
): Promise<Pick<ChildRecord, 'reviews' | 'reviewsKnown'>> {
  const rows = await tx.rows(
    `select review, review_code from review where authority_id = $1 and child_id = $2
     order by review`,
    [tx.authority, childId],
  );
  const [known] = await tx.rows(
    'select min(return_year), max(review) from review where authority_id = $1',
    [tx.authority],
  );
  const [firstYear, to] = [number(known?.[0]), date(known?.[1])];
  return {
    reviews: rows.map(([held, code]) => ({ date: held as PlainDate, code: text(code) })),
    reviewsKnown:
      firstYear === undefined || to === undefined
        ? undefined
        : { from: isoDate(`${firstYear - 1}-04-01`), to },
  };
}

/** When the child was missing, and who the social workers were, the latest first. */
export async function loadEvents(
  tx: Transaction,
  childId: string,
): Promise<Pick<ChildRecord, 'missing' | 'socialWorkers'>> {
  const missing = await tx.rows(
    `select mis_start, mis_end, missing from missing where authority_id = $1 and child_id = $2
     order by mis_start desc`,
    [tx.authority, childId],
  );
  const workers = await tx.rows(
    `select sw_id, sw_decom, sw_dec, sw_reason from social_worker_episode
     where authority_id = $1 and child_id = $2 order by sw_decom desc`,
    [tx.authority, childId],
  );
  return {
    missing: missing.map(([start, end, kind]) => ({
      start: start as PlainDate,
      end: date(end),
      kind: text(kind),
    })),
    socialWorkers: workers.map(([socialWorker, start, end, reason]) => ({
      socialWorker: text(socialWorker),
      start: start as PlainDate,
      end: date(end),
      reason: text(reason),
    })),
  };
}
