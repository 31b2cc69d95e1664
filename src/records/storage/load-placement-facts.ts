import { type FinancialYear, financialYearOf } from '../../core/financial-year.ts';
import { penceOf } from '../../core/money.ts';
import { addDays, dayNumberOf, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Budget, Child, Contract, CostElement, Episode } from '../model.ts';
import type { PlacementFacts } from '../weekly-report/facts.ts';
import { loadLocations } from './load-locations.ts';
import type { RecordsTables } from './records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const text = (value: unknown) => (value === null ? undefined : (value as string));
const number = (value: unknown) => (value === null ? undefined : (value as number));

/** Children with an episode or a cost between the first day and the last; $2 and $3. */
const CHILDREN_CONCERNED = `
  select child_id from episode
  where authority_id = $1 and decom <= $3 and (dec is null or dec >= $2)
  union
  select child_id from cost_element
  where authority_id = $1 and from_date <= $3 and (to_date is null or to_date >= $2)`;

async function loadChildren(tx: Transaction, span: readonly [PlainDate, PlainDate]) {
  const rows = await tx.rows(
    `select c.child_id, c.dob, c.sex, c.ethnic, u.child_id, u.duc - date '1970-01-01'
     from child c
     left join uasc u on u.authority_id = $1 and u.child_id = c.child_id
     where c.authority_id = $1 and c.child_id in (${CHILDREN_CONCERNED})`,
    [tx.authority, ...span],
  );
  return rows.map(
    ([childId, dob, sex, ethnic, unaccompanied, until]): Child => ({
      childId: childId as string,
      dateOfBirth: text(dob) as PlainDate | undefined,
      sex: text(sex),
      ethnicity: text(ethnic),
      unaccompanied: unaccompanied !== null,
      unaccompaniedUntil: number(until),
    }),
  );
}

async function loadEpisodes(
  tx: Transaction,
  span: readonly [PlainDate, PlainDate],
  lastNight: number,
): Promise<Episode[]> {
  const rows = await tx.rows(
    `select child_id, decom - date '1970-01-01', dec - date '1970-01-01', rne, ls, cin, place,
       place_provider, rec, reason_place_change, urn, home_post, pl_post
     from episode where authority_id = $1 and child_id in (${CHILDREN_CONCERNED})`,
    [tx.authority, ...span],
  );
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

async function loadElements(
  tx: Transaction,
  span: readonly [PlainDate, PlainDate],
): Promise<CostElement[]> {
  const rows = await tx.rows(
    `select child_id, placement_start - date '1970-01-01', element, weekly_rate,
       from_date - date '1970-01-01', to_date - date '1970-01-01', funder, provider, contract,
       cost_centre, subjective
     from cost_element
     where authority_id = $1 and from_date <= $3 and (to_date is null or to_date > $2)`,
    [tx.authority, ...span],
  );
  return rows.map(
    (row): CostElement => ({
      childId: row[0] as string,
      placementStart: row[1] as number,
      element: row[2] as CostElement['element'],
      weeklyRate: penceOf(row[3] as number),
      from: row[4] as number,
      to: number(row[5]),
      funder: row[6] as CostElement['funder'],
      provider: row[7] === '' ? undefined : (row[7] as string),
      contract: text(row[8]) as Contract | undefined,
      costCentre: row[9] === '' ? undefined : (row[9] as string),
      subjective: row[10] === '' ? undefined : (row[10] as string),
    }),
  );
}

async function loadBudgets(tx: Transaction, year: FinancialYear): Promise<Budget[]> {
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
 * Loads what the weekly report is made from; where a placement lies is loaded for the week's last
 * night. With `since`, all that earlier weeks' counts and costs need from that day on as well.
 */
export async function loadPlacementFacts(
  tx: Transaction,
  weekEnding: PlainDate,
  since?: PlainDate,
): Promise<PlacementFacts> {
  const year = financialYearOf(weekEnding);
  const usual = addDays(year.firstDay, -8);
  const first = since !== undefined && since < usual ? since : usual;
  const span = [first, year.lastDay] as const;
  return {
    children: await loadChildren(tx, span),
    episodes: await loadEpisodes(tx, span, dayNumberOf(weekEnding)),
    elements: await loadElements(tx, span),
    budgets: await loadBudgets(tx, year),
  };
}
