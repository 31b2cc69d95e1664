import pg from 'pg';
import type { Session } from '../database/engine.ts';

/** A table as it is copied. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Kept apart by row security: read and written one council at a time. */
  readonly byCouncil: boolean;
}

const TABLES = `
select c.relname, c.relforcerowsecurity,
  array_agg(a.attname::text order by a.attnum),
  array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum)
from pg_class c join pg_attribute a on a.attrelid = c.oid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and not c.relispartition and c.relname <> 'schema_migration'
  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
group by c.relname, c.relforcerowsecurity order by c.relname`;

const REFERENCES = `
select a.relname, b.relname from pg_constraint
  join pg_class a on a.oid = conrelid join pg_class b on b.oid = confrelid
where contype = 'f' and conrelid <> confrelid and a.relnamespace = 'public'::regnamespace`;

/** Every table with rows of the program's, a table after those that it refers to. */
export async function storedTables(session: Session): Promise<readonly StoredTable[]> {
  const { rows } = await session.arrays(TABLES);
  const references = (await session.arrays(REFERENCES)).rows;
  const waiting = rows.map(([name, byCouncil, names, types]) => ({
    name: String(name),
    byCouncil: byCouncil === true,
    columns: (names as string[]).map((column, at) => ({
      name: column,
      type: (types as string[])[at] ?? 'text',
    })),
  }));
  const ordered: StoredTable[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ name }) =>
      references.every(([from, to]) => from !== name || ordered.some((each) => each.name === to)),
    );
    const [next] = waiting.splice(at, 1);
    if (at < 0 || next === undefined) throw new Error('tables refer to each other in a circle');
    ordered.push(next);
  }
  return ordered;
}

/** Makes row security show the rows of this council until the transaction ends. */
export function showCouncil(session: Session, council: string): Promise<void> {
  return session.script(`set local app.authority = ${pg.escapeLiteral(council)}`);
}

/** The codes of the councils, in their order. */
export async function councilsIn(session: Session): Promise<readonly string[]> {
  const { rows } = await session.arrays('select authority_id from authority_directory order by 1');
  return rows.map(([code]) => String(code));
}
