import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { RETURN_MODULES } from '../returns/return-module.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** What a council has brought in so far. */
export interface WhatIsHeld {
  readonly name: string;
  /** ONS codes of the area it serves. */
  readonly areaCodes: readonly string[];
  readonly hostName: string | null;
  /** Whether others are held in the same database. */
  readonly besideOthers: boolean;
  /** Years of the returns that stand, in order. */
  readonly returnYears: readonly number[];
  readonly postcodes: boolean;
  /** Whether a postcode that is held lies in the area. */
  readonly postcodesInArea: boolean;
  readonly providers: boolean;
  readonly names: boolean;
  readonly costs: boolean;
  readonly payments: boolean;
  readonly budgets: boolean;
}

type Transaction = CouncilTransaction<RecordsTables>;

const held = (table: string) => `exists (select 1 from ${table} where authority_id = $1)`;

/** What the council has brought in; `besideOthers` is whether the database holds other councils. */
export async function whatIsHeld(tx: Transaction, besideOthers: boolean): Promise<WhatIsHeld> {
  const [council = []] = await tx.rows(
    'select name, area_codes, host_name from authority where authority_id = $1',
    [tx.authority],
  );
  const years = await tx.rows(
    `select distinct f.return_year from import_file f
     join import i on i.authority_id = $1 and i.import_id = f.import_id
     where f.authority_id = $1 and f.kind = any($2) and f.accepted > 0 and f.return_year > 0
       and i.status = 'complete' and not i.taken_back
     order by f.return_year`,
    [tx.authority, [...RETURN_MODULES, 'return_xml']],
  );
  const tables = ['postcode', 'provider', 'child_name', 'cost_element', 'payment', 'budget'];
  const [any = []] = await tx.rows(`select ${tables.map(held).join(', ')}`, [tx.authority]);
  const [inArea = []] = await tx.rows(
    `select exists (select 1 from postcode where authority_id = $1 and local_authority = any($2))`,
    [tx.authority, council[1]],
  );
  const [postcodes, providers, names, costs, payments, budgets] = any.map(Boolean);
  return {
    name: String(council[0]),
    areaCodes: council[1] as readonly string[],
    hostName: council[2] as string | null,
    besideOthers,
    returnYears: years.map(([year]) => Number(year)),
    postcodes: postcodes === true,
    postcodesInArea: inArea[0] === true,
    providers: providers === true,
    names: names === true,
    costs: costs === true,
    payments: payments === true,
    budgets: budgets === true,
  };
}
