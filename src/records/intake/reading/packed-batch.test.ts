import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { readFromMemory } from '../files/read-from-memory.ts';
import { packed, unpacked } from './packed-batch.ts';

const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,01/06/2018,PN1\n2,,31/02/2018,PN1\n';
const BUDGETS =
  'financial_year,cost_centre,subjective,description,annual_amount,profile\n' +
  '2020-21,CC,S,,12,equal\n2021-22,CC,S,Fostering,12,equal\n';
const EMPTY = 'CHILD,DOB,REVIEW,REVIEW_CODE\n';
const SPOILT = `${EMPTY}2,01/02/2010,31/02/2018,PN1\n`;

test.each([REVIEWS, BUDGETS, EMPTY, SPOILT])('what comes out is what went in: %j', async (text) => {
  for (const batch of await readFromMemory(text)) expect(unpacked(packed(batch))).toEqual(batch);
});

test('values more than 65,536 in number keep their places', async () => {
  const lines = Array.from(
    { length: 30_000 },
    (_, at) => `A${at},${2 * at}.5,01/04/2020,01/04/2020,X${at},Y${at},Z${at}`,
  );
  const header = 'child_id,weekly_rate,placement_start,from,provider,cost_centre,subjective';
  const text = [
    `${header},element,to,funder,contract`,
    ...lines.map((line) => `${line},core,,health,`),
  ];
  const batches = await readFromMemory(text.join('\n'));
  const rows = batches.flatMap((batch): readonly object[] => batch.rows);
  const whole = { ...batches[0], rows } as (typeof batches)[number];
  expect(rows).toHaveLength(30_000);
  expect(unpacked(packed(whole)).rows).toEqual(rows);
});

test('what stands on many rows is sent once', async () => {
  const rows = Array.from({ length: 3_000 }, () => '1,01/02/2010,01/06/2018,PN1').join('\n');
  const [batch] = await readFromMemory(`${EMPTY}${rows}`);
  if (batch === undefined) throw new Error('nothing was read');
  expect(packed(batch).length).toBeLessThan(serialize(batch).length / 3);
});
