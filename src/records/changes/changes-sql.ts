import { RECORD_TABLES, type RecordTable } from '../revisions/record-tables.ts';
import { CHANGE_KINDS } from './change-kind.ts';

/** Where a record was said, and in which return: no part of what it says. */
export const WHERE_SAID = [
  ...['authority_id', 'revision', 'import_id', 'file_number', 'line', 'return_year'],
] as const;

const LESS = `array[${WHERE_SAID.map((name) => `'${name}'`).join(', ')}]::text[]`;

/** Whether the records of a table are of a child. */
export function isOfChild({ keyColumns }: RecordTable): boolean {
  return keyColumns.includes('child_id');
}

/** What the sums are made of, by table: all that is read of a record that nothing was known of before. */
const AMOUNTS: Readonly<Partial<Record<RecordTable['table'], readonly string[]>>> = {
  episode: ['decom', 'dec'],
  cost_element: ['weekly_rate', 'from_date', 'to_date'],
  payment: ['gross'],
  budget: ['annual'],
  ledger_line: ['amount'],
};

/**
 * The records that stand and became what they are within the revisions; its key as `keep_version`
 * writes it. One that said nothing else in between is read in part, for of a first import every
 * record is such a one.
 */
function standing(record: RecordTable, ofChildren: string): string {
  const { table, keyColumns } = record;
  const named = ['authority_id', ...keyColumns].map((name) => `'${name}', t.${name}`).join(', ');
  const key = `jsonb_build_object(${named})::text`;
  const part = (AMOUNTS[table] ?? []).map((name) => `'${name}', t.${name}`).join(', ');
  const child = isOfChild(record) ? 't.child_id' : 'null::text';
  const otherwise = `exists (select from record_version v where v.authority_id = $1
      and v.table_name = '${table}' and v.row_key = ${key}
      and v.known_until > $2::integer and v.known_from <= $3::integer)`;
  return `select '${table}'::text as table_name, ${key} as row_key,
      ${child} as child_id, t.revision as known_from, null::integer as known_until,
      case when ${otherwise} then to_jsonb(t) else jsonb_build_object(${part}) end as record,
      not ${otherwise} as in_part
    from ${table} t
    where t.authority_id = $1 and t.revision > $2::integer and t.revision <= $3::integer
      ${ofChildren && `and t.child_id ${ofChildren}`}`;
}

/** Which records: of some tables, of some children. */
export interface Narrowed {
  readonly table?: string | undefined;
  /** The number of the parameter that holds the children's identifiers. */
  readonly childrenIn?: number | undefined;
}

/**
 * A WITH list that ends in `change`: for council $1, each record touched after revision $2 and up to
 * revision $3, what it said at either (`in_part` where only its amounts were read), what became of it,
 * and the last revision that touched it.
 */
export function withChanges({ table, childrenIn }: Narrowed): string {
  const ofChildren = childrenIn === undefined ? '' : `= any($${childrenIn}::text[])`;
  const tables = RECORD_TABLES.filter(
    (record) =>
      (table === undefined || record.table === table) &&
      (childrenIn === undefined || isOfChild(record)),
  );
  // A council's own tables alone are read; an unknown one leaves nothing but earlier states of none.
  const now = tables.map((record) => standing(record, ofChildren));
  const names = tables.map((record) => `'${record.table}'`).join(', ');
  const earlier = `select v.table_name, v.row_key, v.child_id, v.known_from, v.known_until, v.record,
      false as in_part
    from record_version v
    where v.authority_id = $1 and v.table_name = any(array[${names}]::text[])
      and v.known_until > $2::integer and v.known_from <= $3::integer
      and (v.known_from > $2::integer or v.known_until <= $3::integer)
      ${ofChildren && `and v.child_id ${ofChildren}`}`;
  return `with state as (${[...now, earlier].join('\n union all ')}),
  touched as (
    select table_name, row_key, max(child_id) as child_id, bool_or(in_part) as in_part,
      (array_agg(record) filter (where known_from <= $2::integer))[1] as before,
      (array_agg(record) filter (where known_from > $2::integer
        and (known_until is null or known_until > $3::integer)))[1] as after,
      (array_agg(record order by known_from desc) filter (where known_from > $2::integer
        and known_until <= $3::integer))[1] as passing,
      max(greatest(case when known_from > $2::integer then known_from end,
        case when known_until <= $3::integer then known_until end)) as revision
    from state group by table_name, row_key
  ), change as (
    select t.table_name, t.row_key, t.child_id, t.before, t.after, t.passing, t.revision, t.in_part,
      case
        when t.after is null and t.before is null then 'passing'
        when t.after is null then 'withdrawn'
        when t.before is not null and t.before - ${LESS} = t.after - ${LESS} then 'said-again'
        when t.before is not null then 'changed'
        when exists (select 1 from record_version v where v.authority_id = $1
          and v.table_name = t.table_name and v.row_key = t.row_key
          and v.known_until <= $2::integer) then 'came-back'
        else 'added'
      end as kind
    from touched t
  )`;
}

/** The position of a kind among the kinds, to sort by. */
export const KIND_POSITION = `array_position(array[${CHANGE_KINDS.map((kind) => `'${kind}'`).join(', ')}], kind)`;
