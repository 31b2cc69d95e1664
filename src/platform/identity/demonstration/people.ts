import type { Role } from '../../permission/roles.ts';

/** The invented people of the demonstration council, one for each role. */
export const DEMONSTRATION_PEOPLE: readonly { readonly name: string; readonly role: Role }[] = [
  { name: 'Priya Nair', role: 'Placements officer' },
  { name: 'Owen Blackwood', role: 'Social work team manager' },
  { name: 'Sam Okafor', role: 'Commissioning manager' },
  { name: 'Ruth Adeyemi', role: 'Independent reviewing officer' },
  { name: 'Helen Marsh', role: 'Principal social worker' },
  { name: 'Tomasz Zielinski', role: 'Finance business partner' },
  { name: 'Margaret Holt', role: 'Section 151 officer' },
  { name: 'Jade Whitlock', role: 'Programme manager' },
  { name: 'Farah Siddiqui', role: 'Equality lead' },
  { name: 'Daniel Osei', role: 'Assistant director' },
  { name: 'Catherine Vale', role: 'Director of children’s services' },
  { name: 'Councillor Alan Frith', role: 'Cabinet member' },
  { name: 'Mei Tanaka', role: 'Data officer' },
  { name: 'Gareth Pugh', role: 'Auditor' },
  { name: 'Joan Blake', role: 'Administrator' },
  { name: 'Nikhil Rao', role: 'Another council’s commissioner' },
];
