import { createHash, randomUUID } from 'node:crypto';
import { storedTables } from '../../src/platform/backup/stored-tables.ts';
import { engineOf } from '../../src/platform/database/engine.ts';
import type { CouncilTransaction, Ground } from '../../src/platform/database/ground.ts';
import type { MarkedCouncil } from '../support/marked-council.ts';

type Row = Record<string, unknown>;

/** The tables of the councils, parents before children. */
export async function councilTablesOf(ground: Ground): Promise<readonly string[]> {
  const tables = await engineOf(ground).transaction('read only', storedTables);
  return tables.filter(({ byCouncil }) => byCouncil).map(({ name }) => name);
}

const COLUMNS = `
select attname, format_type(atttypid, null),
  (select pg_get_constraintdef(pg_constraint.oid) from pg_constraint
    where conrelid = attrelid and contype = 'c' and conkey = array[attnum] limit 1)
from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull
  and adbin is null and attname <> 'authority_id'
order by attnum`;

const PARENTS = `
select confrelid::regclass::text,
  array(select attname::text from unnest(conkey) with ordinality as k (num, at)
    join pg_attribute on attrelid = conrelid and attnum = num order by at),
  array(select attname::text from unnest(confkey) with ordinality as k (num, at)
    join pg_attribute on attrelid = confrelid and attnum = num order by at)
from pg_constraint where conrelid = $1::regclass and contype = 'f'`;

/** Some value of a type; of a column that allows only some words, the first of them. */
function someValue(type: string, check: unknown, mark: string, at: number): unknown {
  const word = /'([^']+)'::text/.exec(String(check ?? ''))?.[1];
  if (word !== undefined) return word;
  if (type === 'text') return `${mark} text`;
  if (type === 'uuid') return randomUUID();
  if (type === 'boolean') return true;
  if (type === 'date') return '2021-03-01';
  // A later column is a later moment, as where something begins and ends.
  if (type === 'timestamp with time zone') return new Date(Date.UTC(2021, 2, 1, at));
  if (type === 'jsonb') return {};
  if (type === 'bytea') return Buffer.from(mark);
  if (type === 'text[]') return [`${mark} text`];
  if (type.endsWith('[]')) return [];
  return 1;
}

/** Values that must go with one another in a table. */
const TOGETHER: Readonly<Record<string, (mark: string) => Row>> = {
  record_version: () => ({ known_until: 2 }),
  gone_answer: () => ({ ended_on: '2021-03-01', rec: 'E4A' }),
  case_attachment: (mark) => ({
    content: Buffer.from(mark),
    bytes: Buffer.byteLength(mark),
    sha256: createHash('sha256').update(mark).digest(),
  }),
};

async function rowFor(
  tx: CouncilTransaction<Record<string, object>>,
  table: string,
  mark: string,
): Promise<Row> {
  const columns = await tx.rows(COLUMNS, [table]);
  const row: Row = Object.fromEntries(
    columns.map(([name, type, check], at) => [
      String(name),
      someValue(String(type), check, mark, at),
    ]),
  );
  const named = new Map<unknown, number>();
  for (const [parent, own, theirs] of await tx.rows(PARENTS, [table])) {
    const keys = await tx.rows(
      `select ${(theirs as string[]).join(', ')} from ${parent} where authority_id = $1 limit 2`,
      [tx.authority],
    );
    // What names two of one kind names two different ones, where there are two.
    const key = keys[named.get(parent) ?? 0] ?? keys[0] ?? [];
    named.set(parent, 1);
    for (const [at, name] of (own as string[]).entries()) row[name] = key[at];
  }
  delete row.authority_id;
  return { ...row, ...TOGETHER[table]?.(mark) };
}

/** Gives the council some row in each table in which it has none, made from what the catalogue says of the table. */
export async function aRowInEach(ground: Ground, { code, mark }: MarkedCouncil): Promise<void> {
  const acting = { authority: code, actor: 'set-up', reason: 'a row in each table' };
  for (const table of await councilTablesOf(ground)) {
    await ground.transaction<Record<string, object>, void>(acting, async (tx) => {
      const [present] = await tx.rows(`select 1 from ${table} where authority_id = $1 limit 1`, [
        code,
      ]);
      if (present !== undefined) return;
      const row = await rowFor(tx, table, mark);
      await tx.insertMany(table, Object.keys(row), [Object.values(row)]);
    });
  }
}

/** Every row of a council, table by table, as one text each; two are the same when nothing changed. */
export async function fingerprintOf(ground: Ground, code: string): Promise<Readonly<Row>> {
  const found: Row = {};
  for (const table of await councilTablesOf(ground)) {
    const [row = []] = await ground.read(code, (tx) =>
      tx.rows(
        `select count(*)::int || ' ' || md5(string_agg(t::text, ' ' order by t::text))
         from ${table} t where authority_id = $1`,
        [code],
      ),
    );
    [found[table]] = row;
  }
  return found;
}
