import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
  WIDE,
} from '../../../../../tests/support/browser.ts';
import { openCareCouncil, serveCareCouncil } from '../../../../../tests/support/care-council.ts';
import { fileOf, importFiles } from '../../../../../tests/support/import-files.ts';
import { PageObject } from '../../../../../tests/support/page-object.ts';
import { addPerson, restrict } from '../../../../../tests/support/restricted-child.ts';
import { FORM_TOKEN } from '../../../../../tests/support/signed-in.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import type { Person } from '../../../../platform/http/route.ts';
import { childRoutes } from '../../../children/pages/child/routes.ts';
import { childrenRoutes } from '../../../children/pages/children/routes.ts';
import { paths } from '../../../paths.ts';
import { goneRoutes } from '../gone/routes.ts';
import { goneAnswerRoutes } from './routes.ts';

const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN\n';
const LIST = 'Children gone from the newest return';
const titled = (heading: string, path: string) => ({
  ...{ path, heading },
  title: `${heading} – Wellplaced – Wensbury Council`,
});

describe('what became of children gone from the newest return', () => {
  let browser: TestBrowser;
  let ground: Ground;
  let officer: Person;
  let origin: string;
  const servers: FastifyInstance[] = [];

  async function served(person: Person): Promise<string> {
    const routes = [...goneRoutes(), ...goneAnswerRoutes(), ...childRoutes(), ...childrenRoutes()];
    const { server, origin: at } = await serveCareCouncil(ground, person, routes);
    servers.push(server);
    return at;
  }
  const text = async (path: string, at = origin) =>
    (await (await fetch(at + path)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const posts = (childId: string, fields: Readonly<Record<string, string>>, at = origin) =>
    fetch(at + paths.childGone(childId), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ 'form-token': FORM_TOKEN, decom: '2019-06-01', ...fields }),
    });
  const moved = {
    ...{ 'based-on': '0', answer: 'moved', 'moved-on': '1/9/2020' },
    reason: 'Letter of Northshire of 3 September',
  };

  beforeAll(async () => {
    if (browserAvailable()) browser = await startBrowser();
    ground = await openCareCouncil();
    // G1 to G4 were open on 31 March 2020; the return of 2022, already held, names none of them.
    const rows = ['G1', 'G2', 'G3', 'G4'].map(
      (child) => `${child},01/06/2019,S,C2,N1,U4,PR1,,,,,\n`,
    );
    await importFiles(ground, 'A', [fileOf('2020/episodes.csv', EPISODES + rows.join(''))]);
    officer = await addPerson(ground, 'A', 'Mei Tanaka', 'Data officer');
    origin = await served(officer);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    await ground?.close();
  });

  test('is not for who may not decide; the list shows them no way to answer', async () => {
    const auditor = await served(await addPerson(ground, 'A', 'Gareth Pugh', 'Auditor'));
    expect((await fetch(auditor + paths.childGone('G1'))).status).toBe(403);
    expect((await posts('G1', moved, auditor)).status).toBe(403);
    const list = await fetch(auditor + paths.childrenGone);
    expect(list.status).toBe(200);
    const html = await list.text();
    expect(html).toContain('G1');
    expect(html).not.toContain(`href="${paths.childGone('G1')}"`);
    const programme = await served(await addPerson(ground, 'A', 'Pat Lowe', 'Programme manager'));
    expect((await fetch(programme + paths.childrenGone)).status).toBe(403);
    expect((await fetch(origin + paths.childGone('A100'))).status).toBe(404);
  });

  test('says everything that is wrong, and keeps what was typed', async () => {
    const wrong = await posts('G1', { ...moved, 'moved-on': '31/5/2019', reason: 'short' });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('The day must not be before 01/06/2019');
    expect(html).toContain('Enter how you know in a sentence, at least 10 characters');
    expect(html).toContain('value="31/5/2019"');
    const future = await posts('G1', { ...moved, 'moved-on': '2/6/2021' });
    expect(await future.text()).toContain('The day must not be after 01/06/2021');
    const another = await posts('G1', { ...moved, decom: '2018-01-01' });
    expect(another.status).toBe(422);
    const old = { ...moved, answer: 'ended', 'ended-on': '1/9/2020', 'ended-because': 'E43' };
    expect(await (await posts('G1', old)).text()).toContain('E43 does not end care on that day');
  });

  test('stores an answer, and tells who comes second with everything typed kept', async () => {
    expect((await posts('G2', moved)).status).toBe(303);
    const second = await posts('G2', {
      ...moved,
      answer: 'missing',
      reason: 'They sent the wrong file',
    });
    expect(second.status).toBe(409);
    const html = await second.text();
    expect(html).toContain('Somebody else has decided');
    expect(html).toContain(
      'Moved to another authority on 1 September 2020, because: Letter of Northshire',
    );
    expect(html).toContain('They sent the wrong file');
    expect(await text(paths.child('G2'))).toContain(
      'Moved to another authority on 1 September 2020, as Mei Tanaka said.',
    );
    expect(await text(paths.child('G1'))).toContain(
      'the child is counted up to the night of 31 March 2020 and no longer. Say what became',
    );
    expect((await posts('G2', { ...moved, 'based-on': '1', answer: 'taken back' })).status).toBe(
      303,
    );
    expect(await text(paths.child('G2'))).toContain('Say what became of the child');
  });

  test('of a hidden child shows nothing and takes nothing', async () => {
    const manager = await addPerson(ground, 'A', 'Helen Marsh', 'Principal social worker');
    const second = await addPerson(ground, 'A', 'Owen Blackwood', 'Social work team manager');
    await restrict(ground, 'A', 'G4', [manager, second, officer]);
    const other = await served(await addPerson(ground, 'A', 'Noor Aziz', 'Data officer'));
    expect(await text(paths.childrenGone, other)).not.toContain('G4');
    expect((await fetch(other + paths.childGone('G4'))).status).toBe(404);
    expect((await posts('G4', moved, other)).status).toBe(404);
    expect((await posts('G4', moved)).status).toBe(303);
    expect(await text(paths.childrenGoneWhere({ state: 'all' }), other)).not.toContain('G4');
  });

  test.skipIf(!browserAvailable())(
    'is answered by keyboard, without scripts, at both widths',
    async () => {
      const page = await (
        await lookingAt(browser, origin, { scripts: false, width: NARROW })
      ).newPage();
      await page.goto(paths.children);
      await page
        .getByRole('link', { name: /gone from the newest return/ })
        .last()
        .click();
      await new PageObject(page, titled(LIST, paths.childrenGone)).check();
      await page.getByRole('link', { name: 'Not answered about G3' }).press('Enter');
      await new PageObject(page, titled('What became of child G3', paths.childGone('G3'))).check();
      await page.getByLabel('Missing from the return by mistake').press('Space');
      await page.getByLabel('How you know').fill('Seen by the social worker on Monday');
      await page.getByRole('button', { name: 'Store the answer' }).press('Enter');
      await page.getByText('Your answer is stored.').waitFor();
      await page.setViewportSize({ width: WIDE, height: 900 });
      await new PageObject(page, titled('What became of child G3', paths.childGone('G3'))).check();
      await page.goto(paths.childrenGoneWhere({ state: 'missing' }));
      expect(await page.getByRole('row').allTextContents()).toHaveLength(2);
      const all = `${origin}${paths.childrenGone}/file/csv?state=all`;
      expect(await (await fetch(all)).text()).toContain('\nG3,');
      const file = await (await fetch(`${all}&children=pseudonyms`)).text();
      expect(file).not.toContain('G3');
      expect(file).toContain('Missing from the return by mistake');
      await page.context().close();
    },
  );
});
