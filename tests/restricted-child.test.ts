import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import type { Ground } from '../src/platform/database/ground.ts';
import type { Person } from '../src/platform/http/route.ts';
import { loadPseudonyms } from '../src/records/reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../src/records/storage/records-tables.ts';
import { ALL_MIGRATIONS } from '../src/web/whole.ts';
import { describeOnBothDatabases } from './support/databases.ts';
import {
  API_QUERIES,
  FEWER_QUERIES,
  PAGE_QUERIES,
  partsOf,
  routesThatSay,
} from './support/every-page.ts';
import { API_ROUTES } from './support/open-wings.ts';
import { SECRET, secretChild } from './support/secret-child.ts';
import { FORM_TOKEN } from './support/signed-in.ts';

type Council = Awaited<ReturnType<typeof secretChild>>;

describeOnBothDatabases(
  'a restricted child, in the whole service',
  ALL_MIGRATIONS,
  (open, thorough) => {
    let ground: Ground;
    let council: Council;
    let pseudonym: string;

    beforeAll(async () => {
      ground = await open();
      council = await secretChild(ground);
      const name = await ground.read<RecordsTables, (childId: string) => string>(
        'S',
        loadPseudonyms,
      );
      pseudonym = name(SECRET);
    });

    /** The routes on whose answers the child stands by identifier or pseudonym. */
    const routesShowing = (server: FastifyInstance) =>
      routesThatSay(
        server,
        council.routes,
        partsOf(council),
        [SECRET, pseudonym],
        thorough ? PAGE_QUERIES : FEWER_QUERIES,
      );

    test('stands on no page and in no file for somebody not named, whatever their roles', async () => {
      const showing = await routesShowing(await council.serve(council.other));
      expect([...showing]).toEqual([]);
    }, 240_000);

    test('stands wherever children do for somebody named', async () => {
      const showing = await routesShowing(await council.serve(council.named));
      for (const path of [
        ...['/children', '/children/file/:format', '/children/:childId'],
        ...['/children/:childId/restriction', '/restricted-children'],
        ...['/findings', '/findings/file/:format', '/findings/:subjectKey'],
        '/findings/:subjectKey/attachments/:attachmentId',
        ...['/report', '/report/file/:format', '/report/movements', '/report/costs'],
        ...['/report/payments', '/report/payments/file/:format'],
        '/imports/:importId/repairs',
        ...['/imports/:importId/files/:fileNumber/rejections.csv'],
        ...['/imports/:importId/files/:fileNumber/columns'],
        ...['/what-changed', '/what-changed/file/:format'],
        ...['/audit', '/audit/file/:format'],
      ]) {
        expect([...showing], path).toContain(path);
      }
    }, 240_000);

    test('stands in no answer of the API for somebody not named, which says that some are left out', async () => {
      const routes = API_ROUTES.map(({ method, path }) => ({ method, path: `/api/v1${path}` }));
      const headers = { authorization: 'Bearer wellplaced_anything' };
      const showing = async (person: Person) => {
        const server = await council.serve(person);
        return routesThatSay(
          server,
          routes,
          partsOf(council),
          [SECRET, pseudonym],
          API_QUERIES,
          headers,
        );
      };
      expect([...(await showing(council.other))]).toEqual([]);
      const lists = ['children', 'findings', 'movements', 'costs', 'payments'];
      const toNamed = [...(await showing(council.named))];
      for (const list of [...lists, 'children/:childId', 'reports/placements']) {
        expect(toNamed).toContain(`/api/v1/${list}`);
      }
      const server = await council.serve(council.other);
      for (const list of lists) {
        const state = list === 'findings' ? '&state=all' : '';
        const url = `/api/v1/${list}${list === 'children' ? '' : `?weekEnding=2021-05-30${state}`}`;
        const answer = await server.inject({ url, headers });
        expect([list, answer.json().leavesOutRestricted]).toEqual([list, true]);
      }
    });

    test('is answered like a child whom there is not, and costs the trail as little', async () => {
      const server = await council.serve(council.other);
      const entries = () =>
        ground.read<RecordsTables, unknown[][]>('S', (tx) =>
          tx.rows('select count(*)::int from audit_entry where authority_id = $1', ['S']),
        );
      const answers: unknown[] = [];
      for (const childId of [SECRET, 'NOBODY12']) {
        for (const path of [`/children/${childId}`, `/children/${childId}/restriction`]) {
          const before = await entries();
          const { statusCode, body } = await server.inject({ url: path });
          expect(await entries()).toEqual(before);
          answers.push([statusCode, body.replaceAll(childId, 'X')]);
        }
      }
      expect(answers.slice(0, 2)).toEqual(answers.slice(2));
      expect(answers[0]).toMatchObject([404, expect.stringContaining('or none that you may see')]);
    });

    test('is not found by search either, and no count gives it away', async () => {
      const server = await council.serve(council.other);
      const found = async (path: string, sought: string) => {
        const { body } = await server.inject({ url: `${path}${encodeURIComponent(sought)}` });
        return body.replaceAll(sought, 'X').replaceAll(sought.toUpperCase(), 'X');
      };
      for (const path of ['/children?search=', '/report/costs?search=', '/audit?child=']) {
        expect(await found(path, SECRET), path).toBe(await found(path, 'NOBODY12'));
      }
      expect(await found('/children?search=', pseudonym)).toBe(
        await found('/children?search=', 'P-AAAAAAA'),
      );
    });

    test('is in no figure either: whatever a list is narrowed to, it says the same of what it leaves out', async () => {
      const server = await council.serve(council.other);
      const body = async (url: string) => (await server.inject({ url })).body;
      const said = 'Children whom only named people may see are left out of rows and figures';
      const week = 'week-ending=2021-05-30';
      for (const url of [
        ...['/children?on=30/5/2021', '/children?on=30/5/2021&area=out', '/children?area=in'],
        ...['/children?age=16plus', '/children?on=1/5/2020', '/children?search=NOBODY12'],
        ...['/findings', '/findings?severity=error', '/findings?child=NOBODY12'],
        ...[`/report/movements?${week}&kind=moves`, `/report/movements?${week}&kind=starts`],
        ...[`/report/costs?${week}&by=provider`, `/report/costs?${week}&funder=Health`],
        ...[`/report/payments?${week}`, `/report/payments?${week}&state=matched`],
        ...[`/report?${week}`, `/report?${week}&publish=yes`, `/report/budgets?${week}`],
        ...[`/imports/${council.importId}`, `/imports/${council.importId}/repairs`],
      ]) {
        const page = await body(url);
        expect(page, url).toContain(said);
        expect(page, url).not.toMatch(/\d+ (more |other )?\w+ (about|are|is) (a )?restricted/);
      }
      const total = /Children looked after<[\s\S]*?>(\d+)</.exec(await body(`/report?${week}`));
      expect(total?.[1]).toBe('1');
      const costs = await body(`/report/costs?${week}&by=provider`);
      expect(costs).not.toContain('Wold House');
    });

    test('is not in the published report any more or less than before', async () => {
      const url = '/report/file/json?week-ending=2021-05-30&publish=yes';
      const [mine, theirs] = [
        await (await council.serve(council.other)).inject({ url }),
        await (await council.serve(council.named)).inject({ url }),
      ];
      expect(mine.body).toBe(theirs.body);
    });

    test('opens for an hour by the door, and those named are told', async () => {
      const clock = { now: new Date('2021-06-01T09:00:00Z') };
      const mine = await council.serve(council.other, () => clock.now);
      const asked = (child: string, reason: string) =>
        mine.inject({
          method: 'POST',
          url: '/restricted-children/open',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
          },
          payload: new URLSearchParams({ child, reason, 'form-token': FORM_TOKEN }).toString(),
        });
      expect((await asked(SECRET, 'short')).statusCode).toBe(422);
      const unknown = await asked('NOBODY12', 'the police rang about the child');
      expect([unknown.statusCode, unknown.body.includes('is kept from you')]).toEqual([422, true]);
      const opened = await asked(SECRET.toLowerCase(), 'the police rang about the child');
      expect([opened.statusCode, opened.headers.location]).toEqual([303, `/children/${SECRET}`]);
      const status = async () => (await mine.inject({ url: `/children/${SECRET}` })).statusCode;
      expect(await status()).toBe(200);
      const theirs = await council.serve(council.named, () => clock.now);
      const home = (await theirs.inject({ url: '/' })).body;
      expect(home).toContain('the police rang about the child');
      expect(home).toContain('Acknowledge Priya Nair’s opening');
      clock.now = new Date('2021-06-01T10:00:00Z');
      expect(await status()).toBe(404);
      expect((await mine.inject({ url: '/' })).body).not.toContain('police');
      const trail = (await theirs.inject({ url: '/audit?search=police' })).body;
      expect(trail).toContain('added the opening of a restricted child of child SECRET77');
    });
  },
);
