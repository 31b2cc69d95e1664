import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCareCouncil, serveCareCouncil } from '../../../../tests/support/care-council.ts';
import { fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { USUAL_SETTINGS } from '../../../../tests/support/settled.ts';
import { isoDate, type PlainDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { listRoutes } from '../../../platform/lists/list-routes.ts';
import { paths } from '../../paths.ts';
import { payRunsList } from './pay-runs-list.tsx';
import { paymentsList } from './payments-list.tsx';

const WEEK = isoDate('2021-05-30');
const HEADING =
  'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref';

describe('payments that pay no night', () => {
  let ground: Ground;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ground = await openCareCouncil();
    ({ server, origin } = await serveCareCouncil(ground, 'Data officer', [
      ...listRoutes(paymentsList(USUAL_SETTINGS.matchedWithin)),
      ...listRoutes(payRunsList),
    ]));
  });
  afterAll(async () => {
    await server?.close();
    await ground?.close();
  });

  const imported = (name: string, ...lines: readonly string[]) =>
    importFiles(ground, 'A', [fileOf(name, [HEADING, ...lines, ''].join('\n'))]);

  async function core(week: PlainDate): Promise<string | undefined> {
    const query = new URLSearchParams({ 'week-ending': week });
    const csv = await (await fetch(origin + paths.listFile('pay-runs', 'csv', query))).text();
    return csv.split('\r\n').find((row) => row.startsWith('Wold House,Core,'));
  }

  async function paid(): Promise<string> {
    return (await fetch(origin + paths.payments(WEEK))).text();
  }

  test('a credit and a line of nought take no supplier further', async () => {
    const before = await core(WEEK);
    expect(before).toContain(',2021-04-01,2021-03-28,2021-05-01,');
    await imported(
      'credit-payments.csv',
      'P-4,2021-05-20,2021-05-01,2021-05-31,A100,2021-03-01,Wold House,core,-100.00,,,41110,4310,actual,',
      'P-5,2021-05-21,2021-05-01,2022-12-31,A100,2021-03-01,Wold House,core,0.00,,,41110,4310,actual,',
    );
    expect(await core(WEEK)).toBe(before);
  });

  test('what a later run is to pay is not paid, and the page says what it comes to', async () => {
    const totals = async () => /Paid<[\s\S]{0,400}?£[\d,-]+/.exec(await paid())?.[0];
    const before = await totals();
    expect(before).toBeDefined();
    await imported(
      'ahead-payments.csv',
      'P-6,2021-12-01,2021-05-01,2021-05-28,A100,2021-03-01,Wold House,core,2345.67,,,41110,4310,actual,',
    );
    expect(await totals()).toBe(before);
    expect(await paid()).toContain('£2,345.67 of these nights stands as paid by runs');
  });

  test('a week that is over shows how suppliers stood then', async () => {
    const before = await core(isoDate('2021-03-21'));
    expect(before).toContain('Never paid');
    expect(before).not.toContain('2021-04-01');
  });
});
