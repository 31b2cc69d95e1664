import { afterEach, describe, expect, test } from 'vitest';
import { exampleService } from '../../../tests/support/example-service.tsx';
import { fieldPart, filePart, postHead, sendRaw } from '../../../tests/support/raw-request.ts';
import { FORM_TOKEN } from '../../../tests/support/signed-in.ts';
import { type RequestLimits, USUAL_LIMITS } from './request-limits.ts';

const MULTIPART = 'multipart/form-data; boundary=AAA';
const TOKEN = fieldPart('form-token', FORM_TOKEN);
const END = '--AAA--\r\n';

const running: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function started(limits: Partial<RequestLimits> = {}): Promise<string> {
  const { server } = await exampleService('Data officer', [], {
    limits: { ...USUAL_LIMITS, ...limits },
  });
  running.push(server);
  return server.listen({ port: 0, host: '127.0.0.1' });
}

const statusOf = (answer: string) => /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];

describe('a body that cannot be read', () => {
  const closing = { Connection: 'close' };
  const uploaded = async (type: string, body: string, path = '/files') => {
    const head = postHead(path, type, Buffer.byteLength(body), closing);
    return sendRaw(await started(), head + body);
  };

  test.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['of another boundary', 'multipart/form-data; boundary=BBB', TOKEN + END],
    ['empty', MULTIPART, ''],
    ['that ends in its headers', MULTIPART, '--AAA\r\nContent-Disposition: form-da'],
    ['that ends in a file', MULTIPART, `${TOKEN}${filePart('files', 'a.csv')}CHILD,SEX`],
    ['that ends between parts', MULTIPART, `${TOKEN}${fieldPart('note', 'x')}`],
    ['of noise', MULTIPART, '\x00\x01\xff--AA-A\r\n\r\n\r\n--'],
    ['with a field of another’s name', MULTIPART, `${TOKEN}${fieldPart('__proto__', 'x')}${END}`],
  ])('of an upload %s is refused with a page in words', async (_what, type, body) => {
    const answer = await uploaded(type, body);
    // Without the form's token nothing of it is done; what cannot be read is no fault of the service.
    expect(statusOf(answer)).toMatch(/^(400|403)$/);
    expect(answer).toMatch(/could not be read|not sent from this service/);
    expect(answer).not.toContain('problem with the service');
  });

  test('is 400 where the token was good', async () => {
    const answer = await uploaded(MULTIPART, `${TOKEN}${filePart('files', 'a.csv')}CHILD,SEX`);
    expect(statusOf(answer)).toBe('400');
    expect(answer).toContain('damaged, or it was cut off on the way');
  });

  test.each([
    ['multipart/mixed; boundary=AAA'],
    ['application/json'],
    ['text/plain'],
    ['application/octet-stream'],
    ['nonsense'],
  ])('of the type %s is not taken', async (type) => {
    for (const path of ['/files', '/form']) {
      expect(statusOf(await uploaded(type, TOKEN + END, path))).toBe('415');
    }
  });

  test('with more fields than any form has, or a longer one, is refused', async () => {
    const many = Array.from({ length: 200 }, (_, at) => fieldPart(`f${at}`, 'x')).join('');
    expect(statusOf(await uploaded(MULTIPART, TOKEN + many + END))).toBe('413');
    const long = fieldPart('note', 'x'.repeat(70_000));
    expect(statusOf(await uploaded(MULTIPART, TOKEN + long + END))).toBe('413');
  });

  test('with a field twice, or parts inside a part, is read as what stands there', async () => {
    const nested = `--AAA\r\nContent-Disposition: form-data; name="files"; filename="inner"\r\nContent-Type: multipart/mixed; boundary=BBB\r\n\r\n--BBB\r\n\r\nx\r\n--BBB--\r\n\r\n`;
    const body = TOKEN + fieldPart('note', '1') + fieldPart('note', '2') + nested + END;
    const answer = await uploaded(MULTIPART, body);
    expect(statusOf(answer)).toBe('200');
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toEqual({
      received: [{ path: 'inner', bytes: 21, note: ['1', '2'] }],
      body: { note: ['1', '2'] },
    });
  });
});

describe('a body that does not come', () => {
  const short = { formMilliseconds: 100, uploadMilliseconds: 200 };

  test('is ended: a form', async () => {
    const head = postHead('/form', 'application/x-www-form-urlencoded', 1_000);
    const answer = await sendRaw(await started(short), `${head}form-token=`);
    expect(statusOf(answer)).toBe('408');
    expect(answer).toContain('came too slowly');
    expect(answer.toLowerCase()).toContain('connection: close');
  });

  test.each([
    ['before its first part', ''],
    ['in the headers of a part', `${TOKEN}--AAA\r\nContent-Disp`],
    ['in a file', `${TOKEN}${filePart('files', 'a.csv')}CHILD`],
    ['after a file', `${TOKEN}${filePart('files', 'a.csv')}CHILD\r\n--AAA\r\n`],
  ])('is ended: an upload %s', async (_where, body) => {
    const head = postHead('/files', MULTIPART, 1_000_000);
    const answer = await sendRaw(await started(short), head + body);
    expect(statusOf(answer)).toBe('408');
    expect(answer).toContain('did not arrive within');
  });

  test('has the time of an upload only where files are read', async () => {
    const long = { formMilliseconds: 100, uploadMilliseconds: 3_600_000 };
    const head = postHead('/form', MULTIPART, 1_000_000);
    const answer = await sendRaw(await started(long), `${head}${TOKEN}--AAA\r\n`);
    // Answered as the form that it is, without its fields; then the connection is ended.
    expect(statusOf(answer)).toBe('422');
  });

  test('is ended after it was refused, too', async () => {
    const head = postHead('/refuses-files', MULTIPART, 1_000_000);
    const answer = await sendRaw(
      await started(short),
      `${head}${TOKEN}${filePart('files', 'a.csv')}CHILD`,
    );
    expect(statusOf(answer)).toBe('409');
  });

  test('is ended where nobody is signed in or may send it', async () => {
    const { server } = await exampleService('Cabinet member', [], {
      limits: { ...USUAL_LIMITS, ...short },
    });
    running.push(server);
    const origin = await server.listen({ port: 0, host: '127.0.0.1' });
    const head = postHead('/files', MULTIPART, 1_000_000);
    expect(statusOf(await sendRaw(origin, head))).toBe('403');
  });

  test('holds up nobody else', async () => {
    const origin = await started(short);
    const slow = sendRaw(origin, postHead('/files', MULTIPART, 1_000_000) + TOKEN);
    expect((await fetch(origin)).status).toBe(200);
    expect(statusOf(await slow)).toBe('408');
  });

  test('not even its headers', async () => {
    const origin = await started({ headersMilliseconds: 100, lookMilliseconds: 20 });
    expect(statusOf(await sendRaw(origin, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: '))).toBe(
      '408',
    );
  });
});
