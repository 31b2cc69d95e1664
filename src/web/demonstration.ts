import { addDemonstrationPeople } from '../platform/identity/demonstration/door.ts';
import type { House } from '../platform/wing/house.ts';
import { WINGS } from './whole.ts';

/**
 * Loads the demonstration council into a database that holds no council: one wing founds it, its
 * people come, and every wing shows what they did. Gives its code.
 */
export async function loadDemonstration(house: House): Promise<string> {
  const code = await WINGS.flatMap(({ demonstration }) => demonstration?.found ?? [])[0]?.(house);
  if (code === undefined) throw new Error('no wing founds the demonstration council');
  await addDemonstrationPeople(house.ground, code, house.now());
  for (const { demonstration } of WINGS) await demonstration?.fill?.(house, code);
  return code;
}
