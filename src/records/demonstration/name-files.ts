import type { ChildFile } from './files.ts';
import type { ChildHistory } from './history.ts';
import { personName } from './person-names.ts';
import { Random } from './random.ts';

const STREETS = [
  ...['Alder Close', 'Bakehouse Lane', 'Chantry Road', 'Drovers Way', 'Elder Grove'],
  ...['Foundry Street', 'Garner Avenue', 'Hawthorn Drive', 'Kiln Terrace', 'Linden Court'],
  ...['Mill Bank', 'Orchard Street', 'Quarry Hill', 'Ropewalk', 'Station Road', 'Tanner Row'],
] as const;

function row(seed: number, { childId, homePostcode, life }: ChildHistory): string {
  const random = new Random(seed, 'names', life.number);
  const { given, family } = personName(random, life);
  const street = `${random.whole(1, 148)} ${random.pick(STREETS)}`;
  // A child who arrived alone has no home here.
  const address = life.unaccompanied ? '' : `${street} ${homePostcode}`;
  return `${childId},${given},${family},${address}`;
}

/** What the children are called and where their homes are, in the layout of the importer. */
export function nameFile(seed: number): ChildFile {
  return {
    path: 'people/children_names.csv',
    heading: 'child_id,given_name,family_name,home_address',
    rows: (history) => [row(seed, history)],
  };
}
