import { type FinancialYear, financialYearOf } from '../../core/financial-year.ts';
import { penceOf } from '../../core/money.ts';
import { addDays, dayNumberOf, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Budget, Child, CostElement, Episode } from '../model.ts';
import { firstNightOfPace, loadPaceBasis } from '../reports/pace-weeks.ts';
import type { GoneChild, PlacementFacts } from '../reports/weekly-report/facts.ts';
import { ELEMENT_COLUMNS, elementOf } from './element-row.ts';
import { loadLocations } from './load-locations.ts';
import { packedRows } from './packed-rows.ts';
import type { RecordsTables } from './records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const text = (value: unknown) => (value === null ? undefined : (value as string));
const number = (value: unknown) => (value === null ? undefined : (value as number));

type Span = readonly [PlainDate, PlainDate];

const EPISODE_COLUMNS = [
  ...['child_id', `decom - date '1970-01-01'`, `dec - date '1970-01-01'`, 'rne', 'ls', 'cin'],
  ...['place', 'place_provider', 'rec', 'reason_place_change', 'urn'],
];

/** Where an episode lies is asked of those alone that the last night may be among. */
const LOCATED_COLUMNS = [...EPISODE_COLUMNS, 'home_post', 'pl_post'];

const IN_SPAN = 'decom <= $3 and (dec is null or dec >= $2)';

function episodesWithin(tx: Transaction, span: Span): Promise<unknown[][]> {
  const from = `from episode where authority_id = $1 and ${IN_SPAN}`;
  return packedRows(tx, LOCATED_COLUMNS, from, [tx.authority, ...span]);
}

/**
 * The whole history of every child with an episode in the span, and of those with a cost. Two plain
 * queries: planned without statistics, as after a first import, one with a subquery crawls.
 */
async function loadHistories(
  tx: Transaction,
  span: Span,
  within: readonly unknown[][],
  elements: readonly CostElement[],
) {
  const children = new Set<string>();
  for (const [childId] of within) children.add(childId as string);
  for (const { childId } of elements) children.add(childId);
  const before = await packedRows(
    tx,
    EPISODE_COLUMNS,
    `from episode where authority_id = $1 and not (${IN_SPAN}) and child_id = any($4)`,
    [tx.authority, ...span, [...children]],
  );
  return { children: [...children], rows: [...within, ...before] };
}

async function loadChildren(tx: Transaction, childIds: readonly string[]): Promise<Child[]> {
  const rows = await packedRows(
    tx,
    ['child_id', 'dob', 'sex', 'ethnic'],
    'from child where authority_id = $1 and child_id = any($2)',
    [tx.authority, childIds],
  );
  const unaccompanied = await packedRows(
    tx,
    ['child_id', `duc - date '1970-01-01'`],
    'from uasc where authority_id = $1 and child_id = any($2)',
    [tx.authority, childIds],
  );
  const until = new Map(unaccompanied.map(([childId, day]) => [childId, number(day)]));
  return rows.map(
    ([childId, dob, sex, ethnic]): Child => ({
      childId: childId as string,
      dateOfBirth: text(dob) as PlainDate | undefined,
      sex: text(sex),
      ethnicity: text(ethnic),
      unaccompanied: until.has(childId),
      unaccompaniedUntil: until.get(childId),
    }),
  );
}

async function episodesOf(
  tx: Transaction,
  rows: readonly unknown[][],
  lastNight: number,
): Promise<Episode[]> {
  const current = rows.filter(
    ([, decom, dec]) =>
      (decom as number) <= lastNight && (dec === null || (dec as number) > lastNight),
  );
  const locations = await loadLocations(
    tx,
    current.map((row) => ({ home: row[11] as string | null, placement: row[12] as string | null })),
  );
  const located = new Map(current.map((row, at) => [row, locations[at]]));
  return rows.map((row): Episode => {
    const location = located.get(row);
    return {
      childId: row[0] as string,
      decom: row[1] as number,
      dec: number(row[2]),
      rne: text(row[3]),
      ls: text(row[4]),
      cin: text(row[5]),
      place: row[6] as string,
      placeProvider: text(row[7]),
      rec: text(row[8]),
      reasonPlaceChange: text(row[9]),
      urn: text(row[10]),
      area: location?.area ?? 'unknown',
      distanceMiles: location?.distanceMiles,
    };
  });
}

/** The cost elements with a night between two days. */
export async function loadElements(tx: Transaction, span: Span): Promise<CostElement[]> {
  const rows = await packedRows(
    tx,
    ELEMENT_COLUMNS,
    `from cost_element
     where authority_id = $1 and from_date <= $3 and (to_date is null or to_date > $2)`,
    [tx.authority, ...span],
  );
  return rows.map(elementOf);
}

/** Every episode of the children; where one lies is asked of those alone that hold the last night. */
export async function loadEpisodesOf(
  tx: Transaction,
  childIds: readonly string[],
  lastNight: PlainDate,
): Promise<Episode[]> {
  const from = 'from episode where authority_id = $1 and child_id = any($2)';
  const rows = await packedRows(tx, LOCATED_COLUMNS, from, [tx.authority, childIds]);
  return episodesOf(tx, rows, dayNumberOf(lastNight));
}

/** The budgets of a financial year. */
export async function loadBudgets(tx: Transaction, year: FinancialYear): Promise<Budget[]> {
  const rows = await tx.rows(
    `select cost_centre, subjective, description, annual, monthly from budget
     where authority_id = $1 and start_year = $2`,
    [tx.authority, year.startYear],
  );
  return rows.map(
    ([costCentre, subjective, description, annual, monthly]): Budget => ({
      startYear: year.startYear,
      costCentre: costCentre as string,
      subjective: subjective as string,
      description: text(description),
      annual: penceOf(annual as number),
      monthly: (monthly as number[]).map((amount) => penceOf(Number(amount))),
    }),
  );
}

/**
 * Children whose last episode no return ends, and which was ended because the newest return does not
 * name them, but for those of whom somebody has said what became of them. They are few: those among whose episodes one is so ended, then which is their last.
 */
async function loadGone(tx: Transaction, lastNight: PlainDate): Promise<GoneChild[]> {
  const ended = await tx.rows(
    `select child_id, decom, dec - date '1970-01-01' from episode
     where authority_id = $1 and reported_dec is null and dec <= $2
       and not exists (select 1 from gone_answer said
         where said.authority_id = $1 and said.child_id = episode.child_id
           and said.decom = episode.decom and said.ended_on = episode.dec
           and said.rec = episode.rec)`,
    [tx.authority, lastNight],
  );
  if (ended.length === 0) return [];
  const ids = ended.map(([childId]) => String(childId));
  const lasts = await tx.rows(
    `select child_id, max(decom) from episode where authority_id = $1 and child_id = any($2)
     group by child_id`,
    [tx.authority, [...new Set(ids)]],
  );
  const lastOf = new Map(lasts.map(([childId, decom]) => [childId, decom]));
  return ended.flatMap(([childId, decom, from]) =>
    lastOf.get(childId) === decom ? [{ childId: String(childId), from: Number(from) }] : [],
  );
}

/**
 * Loads what the weekly report is made from; where a placement lies is loaded for the last night
 * that is counted. The weeks before that tell the pace of the outturn are among it. With `since`, all that earlier weeks' counts and costs need from that day on as well.
 */
export async function loadPlacementFacts(
  tx: Transaction,
  lastNight: PlainDate,
  since?: PlainDate,
): Promise<PlacementFacts> {
  const year = financialYearOf(lastNight);
  const usual = addDays(year.firstDay, -8);
  const [first = usual] = [usual, firstNightOfPace(lastNight), since ?? usual].sort();
  const span = [first, year.lastDay] as const;
  // Asked for together: the database looks for the one while the other is read.
  const [within, elements] = await Promise.all([episodesWithin(tx, span), loadElements(tx, span)]);
  const histories = await loadHistories(tx, span, within, elements);
  return {
    children: await loadChildren(tx, histories.children),
    episodes: await episodesOf(tx, histories.rows, dayNumberOf(lastNight)),
    elements,
    budgets: await loadBudgets(tx, year),
    gone: await loadGone(tx, lastNight),
    pace: await loadPaceBasis(tx, lastNight),
  };
}
