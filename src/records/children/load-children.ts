import { sql } from 'kysely';
import { type Pence, penceOf } from '../../core/money.ts';
import { dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { PlatformTables } from '../../platform/database/platform-tables.ts';
import type { Area } from '../model.ts';
import type { ChildrenFilter } from '../paths.ts';
import { loadPseudonyms } from '../reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { ChildRow } from './child-row.ts';
import { areaOf, CHILD_NAME, MILES, PROVIDER_NAME } from './children-expressions.ts';
import { type Selection, selected } from './children-selection.ts';
import { type ChildrenOrder, orderBy } from './children-sorting.ts';
import { loadHistories, loadPlacementStarts } from './histories.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const PSEUDONYM = /^P-[A-Z0-9]{7}$/;

async function namedBy(tx: Transaction, selection: Selection): Promise<readonly string[]> {
  const { search, ...others } = selection.filter;
  const wanted = search?.toUpperCase() ?? '';
  if (!PSEUDONYM.test(wanted)) return [];
  const pseudonym = await loadPseudonyms(tx);
  const { childIds } = await inDatabase(tx, { ...selection, filter: others }, sql``, false);
  return childIds.filter((childId) => pseudonym(childId) === wanted);
}

/** What the filter selects on the night, with the council's area and the child whose pseudonym was searched for. */
export async function loadSelection(
  tx: Transaction,
  filter: ChildrenFilter,
  night: PlainDate,
): Promise<Selection> {
  const council = await tx
    .over<PlatformTables>()
    .db.selectFrom('authority')
    .select('area_codes')
    .where('authority_id', '=', tx.authority)
    .executeTakeFirstOrThrow();
  const areaCodes = council.area_codes;
  const selection = { authority: tx.authority, night, areaCodes, filter, named: [] };
  return { ...selection, named: await namedBy(tx, selection) };
}

/** How many children the selection holds. */
export async function countChildren(tx: Transaction, selection: Selection): Promise<number> {
  const counted = sql<{ children: number }>`select count(*) as children ${selected(selection)}`;
  const { rows } = await counted.execute(tx.db);
  return rows[0]?.children ?? 0;
}

/** Some of the selected children in order, and how many there are in all. */
export interface SortedChildren {
  readonly childIds: readonly string[];
  readonly total: number;
}

async function inDatabase(
  tx: Transaction,
  selection: Selection,
  tail: ReturnType<typeof sql>,
  located: boolean,
): Promise<SortedChildren> {
  const chosen = selected(selection, { located });
  const query = sql<{ child_id: string; children: number }>`
    select s.child_id, count(*) over () as children ${chosen} ${tail}`;
  const { rows } = await query.execute(tx.db);
  return { childIds: rows.map(({ child_id }) => child_id), total: rows[0]?.children ?? 0 };
}

async function byPlacementStart(
  tx: Transaction,
  selection: Selection,
  order: ChildrenOrder['order'],
): Promise<readonly string[]> {
  const { childIds } = await inDatabase(tx, selection, sql``, false);
  const starts = await loadPlacementStarts(tx, childIds, selection.night);
  const way = order === 'descending' ? -1 : 1;
  return childIds.toSorted((one, other) => {
    const [first, second] = [starts.get(one), starts.get(other)];
    if (first === second) return one < other ? -1 : 1;
    if (first === undefined || second === undefined) return first === undefined ? 1 : -1;
    return way * (first - second);
  });
}

/** The identifiers of the selected children in order: all of them, or one page. The total of a page beyond the last is 0. */
export async function sortedChildren(
  tx: Transaction,
  selection: Selection,
  { key, order }: ChildrenOrder,
  page?: { readonly from: number; readonly size: number },
): Promise<SortedChildren> {
  if (key === 'placementStart') {
    const all = await byPlacementStart(tx, selection, order);
    const some = page === undefined ? all : all.slice(page.from, page.from + page.size);
    return { childIds: some, total: all.length };
  }
  const some = page === undefined ? sql`` : sql`limit ${page.size} offset ${page.from}`;
  const tail = sql`${orderBy({ key, order }, selection.areaCodes)} ${some}`;
  return await inDatabase(tx, selection, tail, key === 'area' || key === 'miles');
}

interface StoredRow {
  child_id: string;
  name: string | null;
  dob: PlainDate | null;
  sex: string | null;
  place: string | null;
  place_provider: string | null;
  provider_name: string | null;
  urn: string | null;
  ls: string | null;
  area: Area;
  miles: number | null;
  ended: PlainDate | null;
  weekly: number | null;
}

/** The rows of these children of the selection, in the order of the identifiers. */
export async function loadChildRows(
  tx: Transaction,
  selection: Selection,
  childIds: readonly string[],
): Promise<readonly ChildRow[]> {
  const { night, areaCodes } = selection;
  const query = sql<StoredRow>`select s.child_id, ${CHILD_NAME} as name, c.dob, c.sex, s.place, s.place_provider,
      ${PROVIDER_NAME} as provider_name, s.urn, s.ls, ${areaOf(areaCodes)} as area,
      ${MILES} as miles, case when s.dec <= ${night} then s.dec end as ended, w.weekly
    ${selected(selection, { childIds, located: true })}`;
  const { rows } = await query.execute(tx.db);
  const histories = await loadHistories(tx, childIds, night);
  const byChild = new Map(rows.map((row) => [row.child_id, row]));
  return childIds.flatMap((childId) => {
    const row = byChild.get(childId);
    if (row === undefined) return [];
    const history = histories.get(childId);
    return [
      {
        ...rowOf(row),
        placementStart: day(history?.placementStart),
        since: day(history?.since),
        sinceBefore: history?.sinceBefore === true,
      },
    ];
  });
}

function day(number: number | undefined): PlainDate | null {
  return number === undefined ? null : dateOfDayNumber(number);
}

function pence(amount: number | null): Pence | null {
  return amount === null ? null : penceOf(amount);
}

function rowOf(row: StoredRow): Omit<ChildRow, 'placementStart' | 'since' | 'sinceBefore'> {
  return {
    childId: row.child_id,
    name: row.name,
    dateOfBirth: row.dob,
    sex: row.sex,
    place: row.place,
    placeProvider: row.place_provider,
    providerName: row.provider_name,
    urn: row.urn,
    legalStatus: row.ls,
    area: row.area,
    miles: row.miles,
    ended: row.ended,
    weekly: pence(row.weekly),
  };
}
