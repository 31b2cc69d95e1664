import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { groundOn } from '../../src/platform/database/open-ground.ts';
import { formTokenOf } from '../../src/platform/http/form-token.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { newEmbeddedDatabase } from '../support/databases.ts';
import { addMarkedCouncils, BIRCH } from '../support/marked-council.ts';
import { type ServedCouncil, servedCouncil } from '../support/served-council.ts';

/** Asks for a path exactly as written: browsers, and fetch, would tidy it first. */
function askRaw(origin: string, path: string): Promise<{ status: number; text: string }> {
  return new Promise((answered, reject) => {
    const asked = request(origin, { path }, (answer) => {
      let text = '';
      answer.on('data', (piece) => {
        text += piece;
      });
      answer.on('end', () => answered({ status: answer.statusCode ?? 0, text }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

const ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(99)}"><!ENTITY c "${'&b;'.repeat(99)}">]>`;
const RETURN = '<EXPSSDA903><CHILD><HEADER><CHILDID>&e;&c;</CHILDID></HEADER></CHILD></EXPSSDA903>';

describe('a hostile request', () => {
  let ground: Ground;
  let served: ServedCouncil;
  let session: string;

  beforeAll(async () => {
    const database = await newEmbeddedDatabase(ALL_MIGRATIONS);
    ground = await groundOn(
      embeddedEngine(database, async () => undefined),
      ALL_MIGRATIONS,
    );
    await addMarkedCouncils(ground, new Date());
    served = await servedCouncil(ground, BIRCH.code);
    session = await served.signIn();
  });
  afterAll(async () => {
    await served?.stop();
    await ground.close();
  });

  /** Uploads a file and waits until its import is over; gives what the import says of its files. */
  async function uploaded(name: string, content: string): Promise<unknown[][]> {
    const form = new FormData();
    form.append('form-token', formTokenOf(session));
    form.append('reason', 'a hostile file');
    form.append('files', new File([content], name));
    const { status, location } = await served.request('/imports/new', session, {
      method: 'POST',
      body: form,
    });
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/imports\/\w+/)]);
    const importId = location.split('/').at(-1);
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const files = await ground.read(BIRCH.code, (tx) =>
        tx.rows(
          `select import_file.path, import_file.problem from import_file
           join import on import.authority_id = $1 and import.import_id = import_file.import_id
           where import_file.authority_id = $1 and import_file.import_id = $2
             and import.status in ('complete', 'refused')`,
          [BIRCH.code, importId],
        ),
      );
      if (files.length > 0) return files;
      await delay(50);
    }
    throw new Error('the import did not end');
  }

  it.each([
    '/assets/../../package.json',
    '/assets/../../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/....//....//package.json',
    '/assets/%00../../package.json',
    '/assets//etc/passwd',
    '/assets/%252e%252e/%252e%252e/package.json',
    '//etc/passwd',
    '/imports/new/layouts/..%2f..%2f..%2fpackage.json',
    'http://elsewhere.example/assets/../package.json',
  ])('for %s gives no file of the machine', async (path) => {
    const { status, text } = await askRaw(served.origin, path);
    expect(text).not.toMatch(/"devDependencies"|root:x:/);
    expect(status).toSatisfy((code: number) => code === 303 || (code >= 400 && code < 500));
  });

  it('with a file’s name that leads upwards stores it under a name that does not', async () => {
    const files = await uploaded(
      '../../../../tmp/wellplaced-escaped/episodes.csv',
      'CHILD,DECOM\n1,x\n',
    );
    expect(files.map(([path]) => path)).toEqual(['tmp/wellplaced-escaped/episodes.csv']);
    expect(existsSync('/tmp/wellplaced-escaped')).toBe(false);
    expect(existsSync(resolve('..', 'wellplaced-escaped'))).toBe(false);
  });

  it.each([
    ['an external entity', ENTITY],
    ['entities that grow', LAUGHS],
  ])('with %s in a return is refused, and nothing is fetched or grown', async (_, declared) => {
    const [[, problem] = []] = await uploaded(
      'return.xml',
      `<?xml version="1.0"?>${declared}${RETURN}`,
    );
    expect(problem).toMatch(/declares a document type|not well-formed|not a return/);
    expect(problem).not.toMatch(/root:x:|haha/);
  });

  it('with an address or headers far too long is refused', async () => {
    const long = await askRaw(served.origin, `/children?search=${'x'.repeat(100_000)}`);
    expect(long.status).toBe(431);
    const search = await served.ask(`/children?search=${'x'.repeat(5_000)}`, session);
    expect(search.status).toBeLessThan(500);
  });

  it('with more fields than any form has, or one of a strange name, does no harm', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`f${at}`, 'x']));
    const answered = await served.send('/account/sessions/end', session, {
      ...many,
      __proto__: 'x',
      constructor: 'x',
    });
    expect(answered.status).toBeLessThan(500);
    expect(({} as Record<string, unknown>).f1).toBeUndefined();
  });

  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    '/%09/x.example',
  ])('to lead on to %s after signing in is not followed', async (back) => {
    const page = await served.ask('/sign-in', '');
    const person = /name="person" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const body = new URLSearchParams({ person, return: back });
    const answered = await served.request('/sign-in/demonstration', '', { method: 'POST', body });
    expect(answered.status).toBe(303);
    expect(new URL(answered.location, served.origin).origin).toBe(new URL(served.origin).origin);
    expect(answered.location).not.toContain('elsewhere');
  });

  it('by another name of this machine is not answered', async () => {
    const asked = new Promise<number>((answered, reject) => {
      const options = { path: '/', headers: { host: 'elsewhere.example' } };
      request(served.origin, options, ({ statusCode }) => answered(statusCode ?? 0))
        .on('error', reject)
        .end();
    });
    expect(await asked).toBe(421);
  });
});
