import type { Engine } from './engine.ts';
import type { Migration } from './ground.ts';

/** A column of the migrated database. */
export interface MigratedColumn {
  readonly table: string;
  readonly column: string;
  /** As PostgreSQL writes it: `text[]`, `timestamp with time zone`. */
  readonly type: string;
  readonly required: boolean;
  readonly filled: boolean;
  readonly comment: string | undefined;
  /** The texts that a check of the column allows; undefined where none names them. */
  readonly oneOf: readonly string[] | undefined;
}

const COLUMNS = `
select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
  a.attnotnull as required, a.atthasdef as filled, col_description(c.oid, a.attnum) as comment,
  (select pg_get_constraintdef(k.oid) from pg_constraint k
    where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
      and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\[' order by k.conname limit 1) as allows
from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
order by c.relname, a.attnum
`;

const ONE_OF = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.*)\]\)\)\)$/;

/** The texts of a check such as `CHECK ((state = ANY (ARRAY['a'::text, 'b'::text])))`. */
function textsOf(allows: unknown): readonly string[] | undefined {
  const [, list] = ONE_OF.exec(String(allows ?? '')) ?? [];
  if (list === undefined) return undefined;
  return [...list.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, text]) =>
    String(text).replaceAll("''", "'"),
  );
}

/** Every column of a migrated database, table by table. */
export async function readColumns(engine: Engine): Promise<readonly MigratedColumn[]> {
  const { rows } = await engine.execute(COLUMNS);
  return rows.map((row) => ({
    table: String(row.table),
    column: String(row.column),
    type: String(row.type),
    required: row.required === true,
    filled: row.filled === true,
    comment: row.comment === null ? undefined : String(row.comment),
    oneOf: textsOf(row.allows),
  }));
}

/** The tables that these migrations make. */
export function tablesMadeBy(migrations: readonly Migration[]): ReadonlySet<string> {
  return new Set(
    migrations.flatMap(({ sql }) =>
      [...sql.matchAll(/^create table (?:if not exists )?(\w+)/gim)].flatMap(([, name]) =>
        name === undefined ? [] : [name],
      ),
    ),
  );
}

/** What a value of the type is in a query’s answer, as `values.ts` reads it. Throws for a type that nothing reads yet. */
function valueType(type: string): string {
  if (type.endsWith('[]')) return `${valueType(type.slice(0, -2))}[]`;
  switch (type) {
    case 'text':
    case 'uuid':
    case 'date':
    case 'numeric':
    case 'xid8':
      return 'string';
    case 'integer':
    case 'bigint':
    case 'smallint':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'timestamp with time zone':
      return 'Date';
    case 'bytea':
      return 'Uint8Array';
    case 'jsonb':
      return 'unknown';
    default:
      throw new Error(`no column is read as ${type} yet: say in table-types.ts what it becomes`);
  }
}

function columnType({ type, required, filled, oneOf }: MigratedColumn): string {
  const value = oneOf?.map((text) => `'${text.replaceAll("'", "\\'")}'`).join(' | ');
  const whole = `${value ?? valueType(type)}${required || type === 'jsonb' ? '' : ' | null'}`;
  return filled ? `Generated<${whole}>` : whole;
}

const HEAD = `// Written by \`npm run table-types\` from the migrations beside it; a test compares the two.
import type { Generated } from 'kysely';

/** The tables that these migrations make, as a query’s answer holds their rows; \`Generated\` may be left out when a row is added. */
export interface MigratedTables {
`;

/** The types of the tables named, as the file of their wing holds them. */
export function tableTypes(
  columns: readonly MigratedColumn[],
  tables: ReadonlySet<string>,
): string {
  const standing = new Set(columns.map(({ table }) => table));
  const ours = [...tables]
    .filter((table) => standing.has(table))
    .sort()
    .map((table) => {
      const lines = columns
        .filter((each) => each.table === table)
        .map((each) => {
          const comment = each.comment === undefined ? '' : `    /** ${each.comment} */\n`;
          return `${comment}    ${each.column}: ${columnType(each)};\n`;
        });
      return `  ${table}: {\n${lines.join('')}  };\n`;
    });
  const text = `${HEAD}${ours.join('')}}\n`;
  return text.includes('Generated<') ? text : text.replace(/^import .*\n\n/m, '');
}
