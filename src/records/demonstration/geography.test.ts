import { expect, test } from 'vitest';
import { gridReference, LOCALITIES, NORTHMERE, postcodeCount, postcodeOf } from './geography.ts';
import { postcodeLines } from './places-files.ts';

function miles(place: (typeof LOCALITIES)[number], index: number, home: number): number {
  const from = gridReference(NORTHMERE, home);
  const to = gridReference(place, index);
  return Math.hypot(from.easting - to.easting, from.northing - to.northing) / 1_609.34;
}

test('every postcode is written once, in areas that no real postcode has', () => {
  for (const children of [1_000, 80_000]) {
    const lines = [...postcodeLines(children)].slice(1);
    const postcodes = lines.map((line) => line.split(',')[0] ?? '');
    expect(new Set(postcodes).size).toBe(postcodes.length);
    for (const postcode of postcodes)
      expect(postcode).toMatch(/^Q[A-Z]\d{1,2} \d[ABD-HJLNP-UW-Z]{2}$/);
  }
});

test('the council lies within twenty-five miles, its neighbours round it, the rest far away', () => {
  const home = 0;
  const distances = LOCALITIES.map((place) =>
    Array.from({ length: postcodeCount(place, 1_000) }, (_, index) => miles(place, index, home)),
  );
  expect(Math.max(...(distances[0] ?? []))).toBeLessThan(25);
  const neighbours = distances.slice(1, 6).flat();
  expect(Math.min(...neighbours)).toBeGreaterThan(8);
  expect(Math.max(...neighbours)).toBeLessThan(60);
  expect(neighbours.filter((distance) => distance > 20).length / neighbours.length).toBeGreaterThan(
    0.6,
  );
  expect(Math.min(...distances.slice(6).flat())).toBeGreaterThan(60);
});

test('a postcode of a county carries the county, one of a single tier none', () => {
  const lines = [...postcodeLines(1_000)];
  const lineOf = (postcode: string) => lines.find((line) => line.startsWith(`${postcode},`));
  expect(lineOf(postcodeOf(NORTHMERE, 3))).toMatch(/,E10999901,E079999\d\d,\d{6},\d{6}$/);
  expect(lines.some((line) => /^QE.*,E99999999,E069999\d\d,/.test(line))).toBe(true);
});
