import type { CouncilTransaction, Ground } from '../../src/platform/database/ground.ts';
import { newFirstPersonLink } from '../../src/platform/identity/first-person/link.ts';
import type { MarkedCouncil } from './marked-council.ts';

/** What names things of a council, by the names that paths, queries and forms have for them. */
export type Identifiers = Readonly<Record<string, string>>;

const LAYOUT = 'layout of the other council';

async function layoutOf(tx: CouncilTransaction<Record<string, object>>, mark: string) {
  const mapping = {
    name: LAYOUT,
    kind: 'budgets',
    columns: [{ field: 'description', sourceColumn: `${mark} column` }],
    dateStyle: 'automatic',
  };
  await tx.insertMany(
    'column_mapping',
    ['name', 'kind', 'header', 'mapping'],
    [[LAYOUT, 'budgets', JSON.stringify([`${mark} column`]), mapping]],
  );
}

/** The identifiers of a council's own things, for somebody else to forge; none of them holds its mark. */
export async function identifiersOf(
  ground: Ground,
  { code, mark, ownChild }: MarkedCouncil,
): Promise<Identifiers> {
  const acting = { authority: code, actor: 'set-up', reason: 'a saved layout' };
  const token = await newFirstPersonLink(ground, code, new Date());
  return ground.transaction<Record<string, object>, Identifiers>(acting, async (tx) => {
    await layoutOf(tx, mark);
    const first = async (column: string, table: string) => {
      const [row] = await tx.rows(
        `select ${column} from ${table} where authority_id = $1 limit 1`,
        [code],
      );
      return String(row?.[0]);
    };
    const [importId, personId, session] = [
      await first('import_id', 'import'),
      await first('person_id', 'person'),
      await first('session_id', 'session'),
    ];
    return {
      ...{ childId: ownChild, child: ownChild, search: ownChild },
      ...{ importId, import: importId, personId, person: personId, session, token },
      ...{ name: LAYOUT, fileNumber: '0', file: '0', authority: code, council: code },
    };
  });
}

const FORMATS = ['csv', 'xlsx', 'json', 'html'];

/** The addresses of a route with these identifiers in its path: several where it gives several kinds of file. */
export function addressesOf(path: string, identifiers: Identifiers): readonly string[] {
  if (path.includes(':format')) {
    return FORMATS.flatMap((format) => addressesOf(path.replace(':format', format), identifiers));
  }
  const named = path.replace(/:(\w+)/g, (_, part: string) =>
    encodeURIComponent(identifiers[part] ?? identifiers.importId ?? ''),
  );
  return [named];
}

const NAMES = ['child', 'search', 'name', 'person', 'authority', 'council'];

/**
 * The queries by which a page may be asked for something of another's: by each name alone, or, when not
 * thorough, by all of them together.
 */
export function queriesOf(identifiers: Identifiers, thorough: boolean): readonly string[] {
  const by = (names: readonly string[]) =>
    `?${new URLSearchParams(names.map((name) => [name, identifiers[name] ?? '']))}`;
  if (!thorough) return ['', by(NAMES)];
  return ['', '?week-ending=2021-05-30', ...NAMES.map((name) => by([name]))];
}
