import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  WIDE,
} from '../../../../../tests/support/browser.ts';
import { serveCareCouncil } from '../../../../../tests/support/care-council.ts';
import { PERMISSIONS } from '../../../../../tests/support/open-wings.ts';
import { PageObject } from '../../../../../tests/support/page-object.ts';
import { signedInAs } from '../../../../../tests/support/signed-in.ts';
import type { Ground } from '../../../database/ground.ts';
import { buildServer } from '../../../http/server.ts';
import { ROLES } from '../../../permission/roles.ts';
import { identityPaths } from '../../paths.ts';
import { rolesRoutes } from './routes.ts';

/** The page reads nothing from a database. */
const ground = { kind: 'embedded', beginningWith: () => ground } as unknown as Ground;
const routes = rolesRoutes({ permissions: PERMISSIONS });

test('is for nobody who is not signed in', async () => {
  const server = await buildServer({
    council: { code: 'A', name: 'Wensbury Council' },
    permissions: PERMISSIONS,
    gate: signedInAs(undefined),
    ground,
    narrowed: (whole) => whole,
    today: () => '2021-06-01' as never,
    now: () => new Date(),
    sections: [],
    routes,
    log: () => undefined,
  });
  expect((await server.inject(identityPaths.roles)).statusCode).toBe(303);
  await server.close();
});

describe.skipIf(!browserAvailable())('what each role may do', () => {
  let server: FastifyInstance;
  let origin: string;
  beforeAll(async () => {
    ({ server, origin } = await serveCareCouncil(ground, 'Cabinet member', routes));
  });
  afterAll(() => server?.close());

  test.each([
    ['a desk', { width: WIDE }],
    ['the narrowest screen, scripts off', { width: NARROW, scripts: false }],
  ])('is said in words on %s, as the wings declare it', async (_name, looking) => {
    const browser = await startBrowser();
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    const heading = 'What each role may do';
    const title = `${heading} – Wellplaced – Wensbury Council`;
    await new PageObject(page, { path: identityPaths.roles, title, heading }).visit();
    expect(await page.locator('h2').allTextContents()).toEqual(expect.arrayContaining([...ROLES]));
    const officer = page.locator('section', {
      has: page.locator('#independent-reviewing-officer'),
    });
    const said = await officer.locator('li').allInnerTexts();
    const held = PERMISSIONS.names.filter((name) =>
      PERMISSIONS.mayDo(['Independent reviewing officer'], name),
    );
    expect(said).toEqual(held.map((name) => `${PERMISSIONS.table[name]?.inWords} (${name})`));
    await browser.close();
  });
});
