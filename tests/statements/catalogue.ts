import { engineOf } from '../../src/platform/database/engine.ts';
import type { Ground } from '../../src/platform/database/ground.ts';

/** What a database knows that a statement's text does not say. */
export interface Catalogue {
  /** Tables whose rows are one council's. */
  readonly councilTables: ReadonlySet<string>;
  /** Functions that give the same for the same, whenever and wherever they are asked. */
  readonly immutable: ReadonlySet<string>;
  /** Columns that number themselves. */
  readonly identities: ReadonlySet<string>;
}

const COUNCIL_TABLES = `
select relname from pg_class join pg_attribute on attrelid = pg_class.oid
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  and attname = 'authority_id' and relforcerowsecurity`;

const IMMUTABLE = `
select proname from pg_proc group by proname having bool_and(provolatile = 'i')`;

const IDENTITIES = `
select attname from pg_attribute join pg_class on pg_class.oid = attrelid
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and (attidentity <> ''
  or exists (select from pg_attrdef where adrelid = attrelid and adnum = attnum
    and pg_get_expr(adbin, adrelid) like 'nextval(%'))`;

/** Reads the catalogue of a migrated database. */
export async function catalogueOf(ground: Ground): Promise<Catalogue> {
  const names = async (sql: string) => {
    const { rows } = await engineOf(ground).execute(sql);
    return new Set(rows.map((row) => String(Object.values(row)[0])));
  };
  return {
    councilTables: await names(COUNCIL_TABLES),
    immutable: await names(IMMUTABLE),
    identities: await names(IDENTITIES),
  };
}
