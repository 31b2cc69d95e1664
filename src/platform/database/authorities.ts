import { randomBytes } from 'node:crypto';
import { WellplacedError } from '../../core/errors.ts';
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

/**
 * Adds a council, with a secret of its own for pseudonyms, unless its code is there already.
 * Gives whether it was added. `actor` stands in the audit trail.
 */
export function createAuthority(
  ground: Ground,
  authority: NewAuthority,
  actor: string,
  pseudonymSecret: string = randomBytes(32).toString('hex'),
): Promise<boolean> {
  const { code, name, areaCodes, demonstrationSeed } = authority;
  const acting = { authority: code, actor, reason: 'council added' };
  return ground.transaction<PlatformTables, boolean>(acting, async (tx) => {
    const added = await tx.insertMany(
      'authority',
      ['name', 'area_codes', 'demonstration_seed', 'pseudonym_secret'],
      [[name, areaCodes, demonstrationSeed, pseudonymSecret]],
      { onConflict: 'ignore' },
    );
    await tx.insertMany('authority_directory', ['name'], [[name]], { onConflict: 'ignore' });
    return added === 1;
  });
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

async function changeHostName(
  tx: CouncilTransaction<PlatformTables>,
  hostName: string | null,
): Promise<void> {
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

/** Changes a council's name, area, settings, host name or colour. Throws a WellplacedError `host-name-taken`. `actor` stands in the audit trail. */
export async function changeAuthority(
  ground: Ground,
  code: string,
  { name, areaCodes, settings, hostName, brandColour }: AuthorityChange,
  actor: string,
): Promise<void> {
  const acting = { authority: code, actor, reason: 'council changed' };
  await ground.transaction<PlatformTables, void>(acting, async (tx) => {
    if (name !== undefined) {
      for (const table of ['authority', 'authority_directory'] as const) {
        await tx.db.updateTable(table).set({ name }).where('authority_id', '=', code).execute();
      }
    }
    if (hostName !== undefined) await changeHostName(tx, hostName);
    if (brandColour !== undefined) {
      await tx.db
        .updateTable('authority')
        .set({ brand_colour: brandColour })
        .where('authority_id', '=', code)
        .execute();
    }
    if (settings !== undefined) await changeSettings(tx, settings);
    if (areaCodes === undefined) return;
    await tx.db
      .updateTable('authority')
      .set({ area_codes: [...areaCodes] })
      .where('authority_id', '=', code)
      .execute();
  });
}
