import { expect, test } from 'vitest';
import { isoDate } from '../../core/plain-date.ts';
import { weekEndingField, weekFilter } from './week-ending.ts';

const TODAY = isoDate('2026-11-25');
const FIELD = weekEndingField(TODAY);
const FILTER = weekFilter({ label: 'Week ending' }).schema(TODAY);

test.each([
  ['', '2026-11-22', '2026-11-22'],
  ['  ', '2026-11-22', '2026-11-22'],
  ['2021-03-31', '2021-04-04', '2021-04-04'],
  ['31/03/2021', '2021-04-04', '2021-04-04'],
  ['4/4/2021', '2021-04-04', '2021-04-04'],
  ['2026-11-23', '2026-11-29', '2026-11-25'],
  ['29/11/2026', '2026-11-29', '2026-11-25'],
])('"%s" is in the week ending %s, which counts to %s', (typed, weekEnding, countsTo) => {
  for (const schema of [FIELD, FILTER]) {
    expect(schema.parse(typed)).toMatchObject({ weekEnding, countsTo });
  }
});

test.each([
  ['31/02/2021', 'must be a day that exists'],
  ['last week', 'must be a day that exists'],
  ['2021', 'must be a day that exists'],
  ['30/11/2026', 'must be 29 November 2026 or earlier'],
  ['01/01/2030', 'must be 29 November 2026 or earlier'],
])('"%s" is refused: it %s', (typed, message) => {
  for (const schema of [FIELD, FILTER]) {
    expect(schema.safeParse(typed).error?.issues[0]?.message).toContain(message);
  }
});
