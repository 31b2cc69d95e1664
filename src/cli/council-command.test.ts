import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, fillDataFolder } from '../../tests/support/databases.ts';
import { readConfiguration } from '../platform/configuration/configuration.ts';
import { loadSettings } from '../platform/database/authority-settings.ts';
import { loadCouncil } from '../web/council.ts';
import { withHouse } from '../web/house.ts';
import { councilCommand } from './council-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellplaced-council-'));
  await fillDataFolder(folder, ALL_MIGRATIONS);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function said(...words: string[]): Promise<string> {
  const out = new PassThrough();
  const configuration = readConfiguration({ WELLPLACED_DATA: folder });
  expect(await councilCommand.run(words, configuration, { out, err: new PassThrough() })).toBe(0);
  return String(out.read());
}

const settled = (code: string) =>
  withHouse(readConfiguration({ WELLPLACED_DATA: folder }), ({ ground }) =>
    ground.read(code, (tx) => loadSettings(tx as Parameters<typeof loadSettings>[0])),
  );

test('a council is added with what it settles, and changed without losing the rest', async () => {
  expect(await said('E10', '--name', 'Alder', '--upload-person-mb', '300')).toBe(
    'Added council E10.\n',
  );
  expect(await settled('E10')).toMatchObject({ tokenRestDays: 30, uploadPersonMb: 300 });
  expect(await said('E10', '--token-rest-days', '7', '--uploads-waiting', '3')).toBe(
    'Changed council E10.\n',
  );
  expect(await settled('E10')).toEqual({
    tokenRestDays: 7,
    uploadPersonMb: 300,
    uploadCouncilMb: 2_048,
    uploadsWaiting: 3,
  });
});

const face = (code: string) =>
  withHouse(readConfiguration({ WELLPLACED_DATA: folder }), async ({ ground }) => {
    const { brandColour } = await loadCouncil(ground, code);
    const listed = (await ground.authorities()).find((council) => council.code === code);
    return [listed?.hostName, brandColour];
  });

test('a council gets a host name and a colour of its own, and loses them again', async () => {
  await said('E12', '--host', 'Beech.Placements.example', '--colour', '#5A2D6B');
  expect(await face('E12')).toEqual(['beech.placements.example', '#5a2d6b']);
  await expect(said('E13', '--host', 'beech.placements.example')).rejects.toMatchObject({
    code: 'host-name-taken',
    remedy: expect.stringContaining('--no-host'),
  });
  // Nothing of the council that could not have it.
  await expect(face('E13')).rejects.toThrow();
  await said('E12', '--no-host', '--no-colour');
  expect(await face('E12')).toEqual([undefined, undefined]);
});

test('whoever gives a council a host name reads which others are served no longer', async () => {
  await said('E14', '--name', 'Alder Council');
  const answer = await said('E15', '--host', 'birch.placements.example');
  expect(answer).toContain('Added council E15.\n');
  expect(answer).toMatch(/Alder Council has no host name, .* "wellplaced council E14 --host NAME"/);
  expect(answer).not.toContain('council E15 --host');
  expect(await said('E15', '--uploads-waiting', '3')).toBe('Changed council E15.\n');
  expect(await said('E15', '--no-host')).toBe('Changed council E15.\n');
});

test.each(['e-16', 'E_16', 'e_16'])('%s is refused beside E-16', async (code) => {
  await said('E-16');
  await expect(said(code)).rejects.toMatchObject({
    code: 'council-code-alike',
    message: expect.stringContaining('E-16'),
  });
  await expect(face(code)).rejects.toThrow();
});

test.each([
  [['E10', '--host', 'https://a.example'], '--host is "https://a.example".', 'host name alone'],
  [['E10', '--host', 'a.example:80'], '--host is "a.example:80".', 'host name alone'],
  [['E10', '--host', '1.2.3'], '--host is "1.2.3".', 'host name alone'],
  [['E10', '--host', 'a.example', '--no-host'], '--host and --no-host are both given.', 'one'],
  [['E10', '--token-rest-days', '0'], '--token-rest-days is "0".', 'from 1 to 365'],
  [['E10', '--upload-council-mb', '1.5'], '--upload-council-mb is "1.5".', 'from 10 to 1000000'],
  [
    ['E10', '--area', 'Kent'],
    '“KENT” is not the ONS code of a county, district, unitary authority or borough of England: E06, E07, E08, E09 or E10 and six digits.',
    'ONS code',
  ],
  [[], 'One council is needed.', 'wellplaced council CODE'],
  [['E10', 'E11'], 'One council is needed.', 'wellplaced council CODE'],
])('%s is refused with what to give, and changes nothing', async (words, message, remedy) => {
  const before = await settled('E10');
  await expect(said(...words)).rejects.toMatchObject({
    message,
    remedy: expect.stringContaining(remedy),
  });
  expect(await settled('E10')).toEqual(before);
});
