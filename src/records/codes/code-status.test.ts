import { describe, expect, it } from 'vitest';
import { codeName, codeStatus, codesOf } from './code-status.ts';

describe('codeStatus', () => {
  it.each([
    ['placementType', 'H5', 2024, 'valid'],
    ['placementType', 'H5', 2025, 'otherYear'],
    ['placementType', 'P2', 2025, 'otherYear'],
    ['placementType', 'K3', 2024, 'otherYear'],
    ['placementType', 'K3', 2025, 'valid'],
    ['placementType', 'Z11', 2025, 'otherYear'],
    ['placementType', 'Z14', 2026, 'valid'],
    ['placementType', 'Q1', 2021, 'unknown'],
    ['sex', '1', 2024, 'valid'],
    ['sex', '1', 2025, 'otherYear'],
    ['sex', 'M', 2024, 'otherYear'],
    ['sex', 'U', 2025, 'valid'],
    ['reasonEpisodeCeased', 'E43', 2018, 'valid'],
    ['reasonEpisodeCeased', 'E43', 2019, 'otherYear'],
    ['reasonEpisodeCeased', 'E45', 2018, 'otherYear'],
    ['reasonForPlacementChange', 'CUSTOD', 2018, 'otherYear'],
    ['activity', 'F3', 2022, 'otherYear'],
    ['activity', 'F5', 2022, 'valid'],
    ['accommodation', '01', 2021, 'unknown'],
    ['socialWorkerChange', 'MANAGE', 2023, 'otherYear'],
  ] as const)('%s %s in %i is %s', (list, code, year, status) => {
    expect(codeStatus(list, code, year)).toBe(status);
  });

  it('accepts a code of any year when the year is not known', () => {
    expect(codeStatus('placementType', 'H5', undefined)).toBe('valid');
    expect(codeStatus('placementType', 'K3', undefined)).toBe('valid');
    expect(codeStatus('placementType', 'XX', undefined)).toBe('unknown');
  });

  it('names codes in words', () => {
    expect(codeName('legalStatus', 'C2')).toBe('Full care order');
    expect(codeName('legalStatus', 'Q')).toBeUndefined();
    expect(
      codesOf('reasonForNewEpisode')
        .map(({ code }) => code)
        .join(''),
    ).toBe('SLPTBU');
  });
});
