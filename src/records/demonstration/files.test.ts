import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isoDate, parseIsoDate } from '../../core/plain-date.ts';
import { childFiles, councilFiles } from './files.ts';
import { generateCouncil } from './generate-council.ts';

const AS_OF = isoDate('2026-07-31');
const plan = (seed: number) => ({ seed, children: 300, years: 6, asOf: AS_OF });

function fingerprints(seed: number): Map<string, string> {
  const council = generateCouncil(plan(seed));
  return new Map(
    [...councilFiles(council)].map(({ path, lines }) => {
      const hash = createHash('sha256');
      for (const line of lines) hash.update(`${line}\n`);
      return [path, hash.digest('hex')] as const;
    }),
  );
}

function iso(text: string): string | undefined {
  return parseIsoDate(text.split('/').reverse().join('-'));
}

describe('the files of the council', () => {
  const council = generateCouncil(plan(1));
  const files = new Map([...councilFiles(council)].map(({ path, lines }) => [path, [...lines]]));
  const rows = (path: string) => (files.get(path) ?? []).slice(1).map((line) => line.split(','));

  test('are the same for the same seed and others for another', () => {
    const one = fingerprints(1);
    expect(fingerprints(1)).toEqual(one);
    const other = fingerprints(2);
    const alike = [...one].filter(([path, hash]) => other.get(path) === hash);
    expect(alike.map(([path]) => path).sort()).toEqual([
      'places/postcodes.csv',
      'ssda903/2027/oc2.csv',
    ]);
  });

  test('are six returns with the modules of their years, the ledger and the places', () => {
    const paths = [...files.keys()];
    expect(paths.filter((path) => path.endsWith('/episodes.csv'))).toHaveLength(6);
    expect(paths).toContain('ssda903/2024/social_worker_episodes.csv');
    expect(paths).not.toContain('ssda903/2023/social_worker_episodes.csv');
    expect(paths).toContain('ssda903/2027/deprivation_of_liberty.csv');
    expect(paths).not.toContain('ssda903/2026/deprivation_of_liberty.csv');
    expect(paths.filter((path) => path.startsWith('finance/'))).toEqual([
      'finance/placement_costs.csv',
      'finance/payments_2025-26.csv',
      'finance/payments_2026-27.csv',
      'finance/budgets.csv',
      'finance/general_ledger.csv',
    ]);
  });

  test('have as many values in every row as in the heading', () => {
    for (const [path, lines] of files) {
      const columns = lines[0]?.split(',').length;
      expect(
        lines.every((line) => line.split(',').length === columns),
        path,
      ).toBe(true);
    }
  });

  test('tell nothing that is still to come, but for the end of an unaccompanied child’s status', () => {
    for (const [path, lines] of files) {
      if (path.includes('payments') || path.includes('uasc')) continue;
      const days = lines.flatMap((line) => line.match(/\b\d\d\/\d\d\/\d{4}\b/g) ?? []);
      const late = days.map(iso).filter((day) => day !== undefined && day > AS_OF);
      expect(late, path).toEqual([]);
    }
  });

  test('write the sex as each year’s return has it', () => {
    const sexes = (year: number) =>
      new Set(rows(`ssda903/${year}/header.csv`).map(([, sex]) => sex));
    expect(sexes(2024)).toEqual(new Set(['1', '2']));
    expect(sexes(2025)).toEqual(new Set(['M', 'F']));
  });

  test('have a child in the header for every row of another module', () => {
    for (const year of council.calendar.returnYears.map((each) => each.year)) {
      const known = new Set(rows(`ssda903/${year}/header.csv`).map(([child]) => child));
      for (const { path } of childFiles(council)) {
        if (!path.startsWith(`ssda903/${year}/`)) continue;
        const strangers = rows(path).filter(([child]) => !known.has(child));
        expect(strangers, path).toEqual([]);
      }
    }
  });

  test('have some dirt, and little: at most one unreadable date in a thousand rows', () => {
    const large = generateCouncil({ ...plan(3), children: 2_000 });
    let episodes = 0;
    let unreadable = 0;
    for (const { path, lines } of councilFiles(large)) {
      if (!path.endsWith('/episodes.csv')) continue;
      for (const line of [...lines].slice(1)) {
        const cells = line.split(',');
        episodes += 1;
        const dates = [cells[1], cells[7]].filter((cell) => cell !== undefined && cell !== '');
        if (dates.some((date) => iso(date ?? '') === undefined || /\/0\d{2,3}$/.test(date ?? '')))
          unreadable += 1;
      }
    }
    expect(unreadable).toBeGreaterThan(0);
    expect(unreadable / episodes).toBeLessThan(0.001);
  });
});
