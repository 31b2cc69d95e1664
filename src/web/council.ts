import type { Ground } from '../platform/database/ground.ts';
import type { PlatformTables } from '../platform/database/platform-tables.ts';
import type { Council } from '../platform/http/route.ts';

/** What the pages say of a council: its name and colour, and whether it is invented. */
export async function loadCouncil(ground: Ground, code: string): Promise<Council> {
  return ground.read<PlatformTables, Council>(code, async (tx) => {
    const {
      name,
      demonstration_seed: seed,
      brand_colour: colour,
    } = await tx.db
      .selectFrom('authority')
      .select(['name', 'demonstration_seed', 'brand_colour'])
      .where('authority_id', '=', code)
      .executeTakeFirstOrThrow();
    const brand = colour === null ? {} : { brandColour: colour };
    return { code, name, demonstration: seed !== null, ...brand };
  });
}
