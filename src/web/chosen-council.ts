import { WellplacedError } from '../core/errors.ts';
import { createAuthority } from '../platform/database/authorities.ts';
import type { House } from '../platform/wing/house.ts';

const ONS_CODE = /^[EWSN]\d{8}$/;

/**
 * The council to work for: the code given, else the configured one, else the only one there is,
 * else `LOCAL`. Undefined when that council is not in the database. Throws a WellplacedError when
 * there are several and none is named.
 */
export async function chosenAuthority(
  house: House,
  given: string | undefined,
): Promise<{ readonly code: string; readonly name: string | undefined }> {
  const { ground, configuration } = house;
  const present = await ground.authorities();
  const code = given ?? configuration.authority ?? (present.length > 1 ? undefined : 'LOCAL');
  const [only] = present;
  if (code === undefined) {
    throw new WellplacedError(
      'council-not-named',
      `This database holds ${present.length} councils: ${present.map((council) => council.code).join(', ')}.`,
      'Name one with --authority CODE, or set WELLPLACED_AUTHORITY.',
    );
  }
  if (given === undefined && configuration.authority === undefined && only !== undefined) {
    return only;
  }
  return { code, name: present.find((council) => council.code === code)?.name };
}

/** As chosenAuthority, adding the council to the database when it is not there yet. */
export async function councilToFill(house: House, given: string | undefined): Promise<string> {
  const { code, name } = await chosenAuthority(house, given);
  if (name !== undefined) return code;
  const named = house.configuration.authorityName ?? `Council ${code}`;
  const areaCodes = ONS_CODE.test(code) ? [code] : [];
  await createAuthority(house.ground, { code, name: named, areaCodes }, 'Wellplaced');
  return code;
}

/** As chosenAuthority. Throws a WellplacedError when the council is not in the database. */
export async function councilToRead(
  house: House,
  given: string | undefined,
): Promise<{ readonly code: string; readonly name: string }> {
  const { code, name } = await chosenAuthority(house, given);
  if (name === undefined) {
    throw new WellplacedError(
      'no-such-council',
      `There is no council ${code} in this database.`,
      'Import its records first, or name another council with --authority CODE.',
    );
  }
  return { code, name };
}
