import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedEngine } from '../src/platform/database/embedded-engine.ts';
import type { Ground } from '../src/platform/database/ground.ts';
import { groundOn } from '../src/platform/database/open-ground.ts';
import { changeSetting, type SettingTables } from '../src/platform/settings/store.ts';
import { SMALL_NUMBER } from '../src/records/reports/small-number.ts';
import { ALL_MIGRATIONS } from '../src/web/whole.ts';
import { apiService, ask } from './support/api-service.ts';
import { serveCareCouncil, TODAY } from './support/care-council.ts';
import { newEmbeddedDatabase } from './support/databases.ts';
import { addCouncil, fileOf, importFiles } from './support/import-files.ts';
import { DECLARED_WINGS } from './support/open-wings.ts';
import { TEST_PERSON_ID } from './support/signed-in.ts';

/** Three children who differ in nothing that the report counts: no part of them is smaller than they are together. */
const EPISODES = [
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  ...['B1', 'B2', 'B3'].map((child) => `${child},01/02/2021,S,C2,N1,U4,PR1,,,,,,`),
  '',
].join('\n');
/** Sees the report and no child: only what is published. */
const READER = 'Cabinet member';
const servers: FastifyInstance[] = [];
let ground: Ground;
let pages: FastifyInstance;
let api: FastifyInstance;

beforeAll(async () => {
  const database = await newEmbeddedDatabase(ALL_MIGRATIONS);
  ground = await groundOn(
    embeddedEngine(database, async () => undefined),
    ALL_MIGRATIONS,
  );
  await addCouncil(ground, 'A');
  await importFiles(ground, 'A', [fileOf('2022/episodes.csv', EPISODES)]);
  pages = (await serveCareCouncil(ground, READER, DECLARED_WINGS.routes)).server;
  api = await apiService(ground, READER);
  servers.push(pages, api);
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await ground?.close();
});

function settled(basedOn: number, value: number, confirmed: boolean): Promise<void> {
  const person = { personId: TEST_PERSON_ID, role: 'Administrator' as const };
  const acting = { authority: 'A', actor: 'Joan Blake', person, reason: 'agreed by the panel' };
  const to = { value, validFrom: TODAY, source: 'the panel', confirmed };
  return ground.transaction<SettingTables, void>(acting, (tx) =>
    changeSetting(tx, acting, SMALL_NUMBER, { basedOn, today: TODAY, to }),
  );
}

const WEEK = 'week-ending=2021-05-30';
const LINK = `<a class="govuk-link" href="/settings#${SMALL_NUMBER.name}">`;

/** The number of children as each of the ways tells it to who may see no child, and how each is marked. */
async function told() {
  const html = async (url: string) => (await pages.inject({ url })).body;
  const [home, page, definitions] = [
    await html('/'),
    await html(`/report?${WEEK}`),
    await html('/definitions'),
  ];
  const file = JSON.parse(await html(`/report/file/json?${WEEK}`));
  const answer = JSON.parse((await ask(api, '/reports/placements?weekEnding=2021-05-30')).body);
  const plain = (text: string) => text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  const children = (text: string) => /Children looked after.*?(\[c\]|\d+)/.exec(plain(text))?.[1];
  return {
    children: [
      String(file.children.total),
      String(answer.children.total),
      children(home),
      children(page),
    ],
    // That this council holds no costs is said besides.
    markings: new Set([
      file.marking.split('. ')[0],
      answer.marking.split('. ')[0],
      /Small numbers are withheld[^.]*/.exec(plain(page))?.[0],
    ]),
    definitions: /counts of 1 to (\d+)/.exec(plain(definitions))?.[1],
    links: [home, page, definitions, await html(`/report/budgets?${WEEK}`)].map((each) =>
      each.includes(LINK),
    ),
  };
}

test('the council’s small number decides at the next request wherever figures are published, and is marked until it is confirmed', async () => {
  const words = 'Small numbers are withheld and shown as [c]: counts of';
  const hidden = ['[c]', '[c]', '[c]', '[c]'];
  const everywhere = [true, true, true, true];
  const nowhere = [false, false, false, false];
  expect(await told()).toEqual({
    children: hidden,
    markings: new Set([`${words} 1 to 4, a threshold that is not confirmed`]),
    definitions: '4',
    links: everywhere,
  });
  await settled(0, 2, true);
  expect(await told()).toEqual({
    children: ['3', '3', '3', '3'],
    markings: new Set([`${words} 1`]),
    definitions: '1',
    links: nowhere,
  });
  await settled(1, 4, false);
  expect(await told()).toEqual({
    children: hidden,
    markings: new Set([`${words} 1 to 3, a threshold that is not confirmed`]),
    definitions: '3',
    links: everywhere,
  });
});
