import { describe, expect, it } from 'vitest';
import { codesOf } from './code-status.ts';
import { PLACEMENT_GROUP_NAMES, PLACEMENT_GROUPS, placementGroup } from './placement-group.ts';

describe('placementGroup', () => {
  it('puts every placement code into exactly the group of the definitions', () => {
    const byGroup: Record<string, string> = {};
    for (const { code } of codesOf('placementType')) {
      const group = placementGroup(code, undefined);
      byGroup[group] = byGroup[group] === undefined ? code : `${byGroup[group]} ${code}`;
    }
    expect(byGroup).toEqual({
      fosteringKinship: 'U1 U2 U3',
      residential: 'K2 R1',
      secure: 'K1',
      supported: 'H5 K3 P2',
      residentialSchool: 'S1',
      withParents: 'P1',
      placedForAdoption: 'A3 A4 A5 A6',
      custody: 'R5',
      temporary: 'T0 T1 T2 T3 T4',
      other: 'P3 R2 R3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14',
    });
  });

  it.each([
    ['U4', 'PR1', 'fosteringInHouse'],
    ['U5', 'PR2', 'fosteringInHouse'],
    ['U6', 'PR3', 'fosteringInHouse'],
    ['U4', 'PR4', 'fosteringAgency'],
    ['U6', 'PR5', 'fosteringAgency'],
    ['U6', 'PR0', 'other'],
    ['U6', null, 'other'],
    ['U1', 'PR4', 'fosteringKinship'],
    ['K2', 'PR4', 'residential'],
  ] as const)('%s with %s is %s', (place, provider, group) => {
    expect(placementGroup(place, provider)).toBe(group);
  });

  it('has words for each group', () => {
    expect(Object.keys(PLACEMENT_GROUP_NAMES)).toEqual([...PLACEMENT_GROUPS]);
  });
});
