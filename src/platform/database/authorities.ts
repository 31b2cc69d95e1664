import { randomBytes } from 'node:crypto';
import type { Ground } from './ground.ts';
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
