import type { FastifyInstance } from 'fastify';
import { amountsOf, answered, everyRow, type Subtraction, sum } from './subtractions.ts';

/** The totals of providers, of changes of price and of what changed since last week, and the reader's own rows under them. */
export async function ofProvidersAndChanges(
  server: FastifyInstance,
  week: string,
): Promise<Subtraction[]> {
  const providers = (await everyRow(server, `/providers?weekEnding=${week}`)) ?? [];
  const prices = (await everyRow(server, '/price-changes?since=2026-04-01')) ?? [];
  const changes = (await everyRow(server, `/since-last-week?weekEnding=${week}`)) ?? [];
  const page = async (path: string) => (await answered(server, path)).body;
  const [spend] = amountsOf(await page(`/providers?week-ending=${week}`), 'All rows');
  const [raised] = amountsOf(await page('/price-changes?since=01/04/2026'), 'All rows');
  const since = await page(`/report/since-last-week?week-ending=${week}`);
  const [difference, toEnd] = amountsOf(since, 'All rows');
  return [
    {
      ...{ name: 'providers: spend', total: spend, rows: sum(providers, 'costPence') },
      within: providers.length,
    },
    {
      ...{ name: 'price changes', total: raised, rows: sum(prices, 'differencePence'), within: 0 },
    },
    {
      ...{ name: 'since last week: difference', total: difference },
      ...{ rows: sum(changes, 'differencePence'), within: 0 },
    },
    {
      ...{ name: 'since last week: to the end', total: toEnd },
      ...{ rows: sum(changes, 'toEndPence'), within: 0 },
    },
  ];
}
