import { randomBytes } from 'node:crypto';
import type { Updateable } from 'kysely';
import { WellplacedError } from '../../core/errors.ts';
import { endAlike } from '../configuration/council-providers.ts';
import { type AuthoritySettings, changeSettings } from './authority-settings.ts';
import type { CouncilTransaction, Ground } from './ground.ts';
import type { PlatformTables } from './platform-tables.ts';

/** A council to be added to the database. */
export interface NewAuthority {
  /** As `authority_id` stands in every table. */
  readonly code: string;
  readonly name: string;
  /** ONS codes of the area it serves. */
  readonly areaCodes: readonly string[];
  /** Set for a council that is invented, from this seed. */
  readonly demonstrationSeed?: number;
}

type Transaction = CouncilTransaction<PlatformTables>;

async function addIn(
  tx: Transaction,
  { name, areaCodes, demonstrationSeed }: NewAuthority,
  pseudonymSecret: string,
): Promise<boolean> {
  const added = await tx.insertMany(
    'authority',
    ['name', 'area_codes', 'demonstration_seed', 'pseudonym_secret'],
    [[name, areaCodes, demonstrationSeed, pseudonymSecret]],
    { onConflict: 'ignore' },
  );
  await tx.insertMany('authority_directory', ['name'], [[name]], { onConflict: 'ignore' });
  return added === 1;
}

/**
 * Whether the council is there. Throws when it is not, and its code could be taken for another's: in
 * the names of variables, and by people.
 */
async function isThere(ground: Ground, code: string): Promise<boolean> {
  const codes = (await ground.authorities()).map((council) => council.code);
  if (codes.includes(code)) return true;
  const alike = codes.find((other) => endAlike(code, other));
  if (alike === undefined) return false;
  throw new WellplacedError(
    'council-code-alike',
    `The code ${code} differs from ${alike}, which a council has already, in capital letters, - or _ alone.`,
    `Give a code that differs in more, or ${alike} if that council is meant: the variables that name a council’s identity provider end in its code.`,
  );
}

function newSecret(): string {
  return randomBytes(32).toString('hex');
}

/**
 * Adds a council, with a secret of its own for pseudonyms, unless its code is there already.
 * Gives whether it was added. `actor` stands in the audit trail. Throws a WellplacedError
 * `council-code-alike`.
 */
export async function createAuthority(
  ground: Ground,
  authority: NewAuthority,
  actor: string,
  pseudonymSecret: string = newSecret(),
): Promise<boolean> {
  await isThere(ground, authority.code);
  const acting = { authority: authority.code, actor, reason: 'council added' };
  return ground.transaction<PlatformTables, boolean>(acting, (tx) =>
    addIn(tx, authority, pseudonymSecret),
  );
}

/** What may be changed of a council; what is left out stays. */
export interface AuthorityChange {
  readonly name?: string | undefined;
  readonly areaCodes?: readonly string[] | undefined;
  readonly settings?: Partial<AuthoritySettings>;
  /** In lower case, and no other council's; null takes it away. */
  readonly hostName?: string | null | undefined;
  /** As `#rrggbb`, in lower case; null takes it away. */
  readonly brandColour?: string | null | undefined;
}

/** The index of the councils' host names says that another council has it. */
function isTaken(error: unknown): boolean {
  const { code, constraint } = error as { readonly code?: string; readonly constraint?: string };
  return code === '23505' && constraint === 'authority_directory_by_host_name';
}

async function changeHostName(tx: Transaction, hostName: string | null): Promise<void> {
  const changed = { host_name: hostName };
  try {
    for (const table of ['authority', 'authority_directory'] as const) {
      await tx.db
        .updateTable(table)
        .set(changed)
        .where('authority_id', '=', tx.authority)
        .execute();
    }
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new WellplacedError(
      'host-name-taken',
      `Another council is served at ${hostName}.`,
      'Give a host name of its own, or take it from the other council first with --no-host.',
      { cause: error },
    );
  }
}

async function changeIn(
  tx: Transaction,
  { name, areaCodes, settings, hostName, brandColour }: AuthorityChange,
): Promise<void> {
  const own = (changed: Partial<Updateable<PlatformTables['authority']>>) =>
    tx.db.updateTable('authority').set(changed).where('authority_id', '=', tx.authority).execute();
  if (name !== undefined) {
    await own({ name });
    await tx.db
      .updateTable('authority_directory')
      .set({ name })
      .where('authority_id', '=', tx.authority)
      .execute();
  }
  if (hostName !== undefined) await changeHostName(tx, hostName);
  if (brandColour !== undefined) await own({ brand_colour: brandColour });
  if (settings !== undefined) await changeSettings(tx, settings);
  if (areaCodes !== undefined) await own({ area_codes: [...areaCodes] });
}

/**
 * Adds the council with all that the change says, or changes the one that there is; all of it or
 * nothing. Gives whether it was added. Throws as createAuthority, and a WellplacedError
 * `host-name-taken`. `actor` stands in the audit trail.
 */
export async function addOrChangeAuthority(
  ground: Ground,
  code: string,
  change: AuthorityChange,
  actor: string,
): Promise<boolean> {
  const reason = (await isThere(ground, code)) ? 'council changed' : 'council added';
  const { name = `Council ${code}`, areaCodes = [] } = change;
  const acting = { authority: code, actor, reason };
  return ground.transaction<PlatformTables, boolean>(acting, async (tx) => {
    const added = await addIn(tx, { code, name, areaCodes }, newSecret());
    const { name: _name, areaCodes: _areaCodes, ...more } = change;
    await changeIn(tx, added ? more : change);
    return added;
  });
}
