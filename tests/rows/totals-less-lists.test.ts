import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RestrictionTables } from '../../src/records/restrictions/tables.ts';
import {
  type DemonstrationCouncil,
  demonstrationCouncil,
} from '../support/demonstration-council.ts';
import { ofProvidersAndChanges } from './provider-subtractions.ts';
import { rowsOfReader, type Subtraction, subtractionsOf } from './subtractions.ts';

const WEEK = '2026-11-22';

function difference({ total, rows }: Subtraction): number {
  return total === undefined ? 0 : total - rows;
}

describe('what a reader gets by subtracting rows from totals, in the demonstration council', () => {
  let council: DemonstrationCouncil;

  beforeAll(async () => {
    council = await demonstrationCouncil(160);
  }, 240_000);
  afterAll(() => council?.ground.close());

  test('has two restricted children, each with a cost of the week', async () => {
    const costs = await council.ground.read<RestrictionTables, unknown[][]>(council.code, (tx) =>
      tx.rows(
        `select r.child_id, count(e.child_id)::int from restriction r
         join cost_element e on e.authority_id = $1 and e.child_id = r.child_id
         where r.authority_id = $1 and (e.to_date is null or e.to_date > '2026-11-15')
         group by r.child_id`,
        [council.code],
      ),
    );
    expect(costs).toHaveLength(2);
  });

  test('is nothing of a child hidden from the reader, whatever the role, the form or the grouping', async () => {
    const found: string[] = [];
    const readers: string[] = [];
    for (const person of council.people) {
      const server = await council.serve(person);
      const lists = await rowsOfReader(server, WEEK);
      if (lists === undefined) continue;
      readers.push(String(person.roles[0]));
      const subtractions = [
        ...(await subtractionsOf(server, WEEK, lists)),
        ...(await ofProvidersAndChanges(server, WEEK)),
      ];
      const shown = subtractions.filter(({ total }) => total !== undefined);
      expect(shown.length, String(person.roles[0])).toBeGreaterThan(60);
      // Rows of the children on whose restrictions a reader is named are no secret to that reader.
      const named = person.name === 'Helen Marsh' || person.name === 'Owen Blackwood';
      const partly = person.name === 'Ruth Adeyemi';
      for (const each of shown) {
        const isPublished = each.name.startsWith('published');
        if ((named || partly) && isPublished) continue;
        if (Math.abs(difference(each)) <= each.within) continue;
        found.push(
          `${person.roles[0]}: ${each.name}: ${each.total} - ${each.rows} = ${difference(each)}`,
        );
      }
      await server.close();
    }
    expect(found).toEqual([]);
    expect(readers).toHaveLength(10);
  }, 240_000);

  test('is the same published report for every reader, of the children whom anybody may see', async () => {
    const bodies = new Set<string>();
    for (const person of council.people) {
      const server = await council.serve(person);
      const url = `/report/file/json?week-ending=${WEEK}&publish=yes`;
      const answer = await server.inject({ url });
      if (answer.statusCode === 200) bodies.add(answer.body);
      await server.close();
    }
    expect(bodies.size).toBe(1);
    expect([...bodies][0]).toContain('left out');
  }, 120_000);
});
