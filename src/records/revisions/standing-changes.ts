import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { StandingChange } from '../intake/imports/large-change.ts';
import type { DaysHeld } from '../intake/storing/periods-of-files.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The column of each table that holds money, in pence. */
const MONEY: Readonly<Record<string, string>> = {
  cost_element: 'weekly_rate',
  payment: 'gross',
  budget: 'annual',
  ledger_line: 'amount',
};
/** The column of the days for which files stand, where they stand for days. */
const DAY: Readonly<Record<string, string>> = { payment: 'run_date', ledger_line: 'posted_on' };
const NO_RETURNS: ReadonlySet<string> = new Set([
  ...Object.keys(MONEY),
  ...['postcode', 'provider', 'child_name'],
]);

/** For what the files of an import stand. */
export interface ForWhat {
  /** Years of returns. */
  readonly years: readonly number[];
  /** By table, where it is days and not all that the council has. */
  readonly daysHeld: ReadonlyMap<string, readonly DaysHeld[]>;
}

/** The nights in care of the year before a day that an episode of these columns holds. */
function nights(decom: string, dec: string, day: string, which = 'true'): string {
  const held = `greatest(0, least(coalesce(${dec}, ${day}), ${day}) - greatest(${decom}, ${day} - 365))`;
  return `coalesce(sum(${held}) filter (where ${which}), 0)`;
}

/** What stood of a table and is as it was, and what there is now; of returns what those of the years say, of payments those of the runs for which the files stand. */
async function whatStands(
  tx: Transaction,
  table: string,
  revision: number,
  { years, daysHeld }: ForWhat,
) {
  const pence = MONEY[table] ?? '0';
  const days = daysHeld.get(table);
  const parameters: unknown[] = [];
  let within = '';
  if (!NO_RETURNS.has(table)) {
    within = 'and return_year = any($3)';
    parameters.push(years);
  } else if (days !== undefined) {
    within = `and (revision = $2 or exists (select 1
       from unnest($3::date[], $4::date[]) as held (first, last)
       where ${DAY[table]} between held.first and held.last))`;
    parameters.push(...[days.map(({ first }) => first), days.map(({ last }) => last)]);
  }
  const [row = []] = await tx.rows(
    `select count(*) filter (where revision < $2),
       coalesce(sum(${pence}) filter (where revision < $2), 0), coalesce(sum(${pence}), 0)
     from ${table} where authority_id = $1 ${within}`,
    [tx.authority, revision, ...parameters],
  );
  return { untouched: Number(row[0]), untouchedPence: Number(row[1]), pence: Number(row[2]) };
}

async function nightsBeforeAndAfter(tx: Transaction, revision: number, today: PlainDate) {
  const day = '$3::date';
  const [now = []] = await tx.rows(
    `select ${nights('decom', 'dec', day)},
       ${nights('decom', 'dec', day, 'revision < $2')}
     from episode where authority_id = $1`,
    [tx.authority, revision, today],
  );
  const [was = []] = await tx.rows(
    `select ${nights("(record ->> 'decom')::date", "(record ->> 'dec')::date", day)}
     from record_version
     where authority_id = $1 and table_name = 'episode' and known_until = $2`,
    [tx.authority, revision, today],
  );
  return { nightsBefore: Number(now[1]) + Number(was[0]), nightsAfter: Number(now[0]) };
}

/**
 * What the revision under way has changed and withdrawn of what stood, table by table. Of returns only
 * what the returns of these years said themselves: that a newer return says more is no correction. Of
 * payments what stood of the runs for which the files stand: a year of runs hides a month’s.
 */
export async function standingChanges(
  tx: Transaction,
  revision: number,
  forWhat: ForWhat,
  today: PlainDate,
): Promise<readonly StandingChange[]> {
  const touched = await tx.rows(
    `select table_name, count(*) filter (where ended = 'changed'),
       count(*) filter (where ended = 'withdrawn'), count(distinct child_id),
       coalesce(sum(coalesce((record ->> 'weekly_rate')::bigint, (record ->> 'gross')::bigint,
         (record ->> 'annual')::bigint)), 0)
     from record_version
     where authority_id = $1 and known_until = $2
       and (record ->> 'return_year' is null or (record ->> 'return_year')::integer = any($3))
     group by table_name order by table_name`,
    [tx.authority, revision, forWhat.years],
  );
  const changes: StandingChange[] = [];
  for (const [name, changed, withdrawn, children, pence] of touched) {
    const table = String(name);
    const stands = await whatStands(tx, table, revision, forWhat);
    const inNights =
      table === 'episode'
        ? await nightsBeforeAndAfter(tx, revision, today)
        : { nightsBefore: 0, nightsAfter: 0 };
    changes.push({
      table,
      stood: stands.untouched + Number(changed) + Number(withdrawn),
      changed: Number(changed),
      withdrawn: Number(withdrawn),
      children: Number(children),
      penceBefore: stands.untouchedPence + Number(pence),
      penceAfter: stands.pence,
      penceTouched: Number(pence),
      ...inNights,
    });
  }
  return changes;
}
