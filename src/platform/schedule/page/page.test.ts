import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
  WIDE,
} from '../../../../tests/support/browser.ts';
import { openCareCouncil, serveCareCouncil } from '../../../../tests/support/care-council.ts';
import { PageObject } from '../../../../tests/support/page-object.ts';
import { isoDate } from '../../../core/plain-date.ts';
import { readConfiguration } from '../../configuration/configuration.ts';
import type { Ground } from '../../database/ground.ts';
import type { Role } from '../../permission/roles.ts';
import { runDue, SCHEDULE_TIMES } from '../run-due.ts';
import type { ScheduledJob } from '../scheduled-job.ts';
import { SCHEDULED_WORK_PATH, scheduledWorkRoutes } from './routes.tsx';

const COUNT: ScheduledJob = {
  name: 'example.count',
  title: 'Count beds',
  when: { every: 'night', at: 2 },
  work: async () => '12 beds <b>were</b> counted.',
};
const FAIL: ScheduledJob = {
  name: 'example.fail',
  title: 'Fail',
  when: { every: 'hour' },
  work: async () => {
    throw new Error('child A100');
  },
};
const TITLE = 'Scheduled work';
const PAGE = {
  path: SCHEDULED_WORK_PATH,
  heading: TITLE,
  title: `${TITLE} – Wellplaced – Wensbury Council`,
};

describe.skipIf(!browserAvailable())('scheduled work', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let now = new Date('2021-05-31T12:00Z');
  const servers: FastifyInstance[] = [];
  const configuration = readConfiguration({});

  async function served(role: Role): Promise<string> {
    const routes = scheduledWorkRoutes([COUNT, FAIL], { configuration, now: () => now });
    const { server, origin } = await serveCareCouncil(ground, role, routes);
    servers.push(server);
    return origin;
  }
  async function due(moment: string): Promise<void> {
    now = new Date(moment);
    const house = { configuration, ground, now: () => now, today: () => isoDate('2021-06-01') };
    const desk = { house, report: () => undefined, times: SCHEDULE_TIMES };
    for (const job of [COUNT, FAIL]) await runDue(desk, 'A', job, new AbortController().signal);
  }
  beforeAll(async () => {
    ground = await openCareCouncil();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    await ground?.close();
  });

  test('is not for a role without the permission', async () => {
    const data = await served('Data officer');
    expect((await fetch(data + SCHEDULED_WORK_PATH)).status).toBe(403);
  });

  test('says what is next before anything ran, and then what ran, when and how it went', async () => {
    const origin = await served('Administrator');
    const wide = await (await lookingAt(browser, origin, { width: WIDE })).newPage();
    const visit = () => new PageObject(wide, PAGE).visit();
    const rows = async () =>
      (await wide.getByRole('table').first().locator('tbody tr').allInnerTexts()).map((row) =>
        row.split('\t'),
      );
    await visit();
    expect(await rows()).toEqual([
      ['Count beds', 'Each night at 02:00', 'Not yet', '–', '–', '–', '1 June 2021 at 02:00'],
      ['Fail', 'Each hour', 'Not yet', '–', '–', '–', '31 May 2021 at 14:00'],
    ]);
    await due('2021-05-31T12:00Z');
    await due('2021-06-01T01:30Z');
    await visit();
    const said = 'A fault of the program. The log of the service says which.';
    expect(await rows()).toEqual([
      [
        ...['Count beds', 'Each night at 02:00', '1 June 2021 at 02:30', 'Done', '0.0 seconds'],
        ...['12 beds <b>were</b> counted.', '2 June 2021 at 02:00'],
      ],
      [
        ...['Fail', 'Each hour', '1 June 2021 at 02:30', 'To be tried again', '0.0 seconds'],
        ...[said, '1 June 2021 at 03:00'],
      ],
    ]);
    expect(await wide.locator('main').textContent()).not.toContain('A100');
    const narrow = await lookingAt(browser, origin, { width: NARROW, scripts: false });
    await new PageObject(await narrow.newPage(), PAGE).visit();
    await narrow.close();
    await wide.context().close();
  });
});
