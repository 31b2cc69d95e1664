import { addDemonstrationPeople } from '../platform/identity/demonstration/door.ts';
import type { House } from '../platform/wing/house.ts';
import { WINGS } from './whole.ts';

/**
 * Loads the demonstration council into a database that holds no council: one wing founds it, its
 * people come, and every wing shows what they did. Gives its code.
 */
export async function loadDemonstration(house: House): Promise<string> {
  const [found, ...others] = WINGS.flatMap(({ demonstration }) => demonstration?.found ?? []);
  if (found === undefined || others.length > 0) {
    throw new Error('one wing, and one alone, founds the demonstration council');
  }
  const code = await found(house);
  await addDemonstrationPeople(house.ground, code, house.now());
  for (const { demonstration } of WINGS) await demonstration?.fill?.(house, code);
  return code;
}
