import { expect, it } from 'vitest';
import { isoDate } from '../../../core/plain-date.ts';
import { workOf } from '../rules.ts';
import type { KnownKind } from '../waiting.ts';
import { isSentOn } from './choice.ts';
import { digestOf } from './digest.tsx';
import { isPlainAddress, messageFile } from './message-file.ts';

const TODAY = isoDate('2021-06-01');
const KIND: KnownKind = {
  id: 'records/review',
  name: 'review',
  inWords: { one: 'Review', several: 'Reviews' },
  permission: 'chair reviews',
  waits: async () => [],
};
const waiting = {
  key: 'A100/2021-05-31',
  title: 'Review 2: not held',
  detail: 'Asha’s mother rang',
  childId: 'A100',
  why: 'Because.',
  due: isoDate('2021-05-31'),
  href: '/children/A100',
};
const around = { personId: 'ada', may: new Map(), hiddenFrom: () => false, today: TODAY };
const digest = digestOf({
  name: 'Ada Lovell',
  council: 'Wensbury Council',
  today: TODAY,
  found: { work: [workOf(KIND, waiting, undefined, around)], unread: [] },
  pseudonym: () => 'P-ABCDEFG',
  origin: 'https://wensbury.example',
});

it('a digest says what waits by pseudonym, and holds no identifier, address or typed word', () => {
  expect(digest.subject).toBe('Wensbury Council: 1 waiting for you');
  for (const content of [digest.text, digest.html]) {
    expect(content).toContain(
      'Review: Review 2: not held, child P-ABCDEFG, due 31 May 2021 (overdue)',
    );
    expect(content).not.toMatch(/A100|Asha|\/children/);
  }
});

it('is a message that holds both, its headers in plain letters', () => {
  const to = { name: 'Zoë Ó Súilleabháin–Featherstonehaugh', email: 'zoe@council.example' };
  const at = new Date('2021-06-01T06:00:00Z');
  const message = messageFile(digest, { to, at, id: '2021-06-01-ada' });
  const [head = '', ...parts] = message.split(/--=_wellplaced_2021-06-01-ada(?:--)?\r\n/);
  expect(head).toMatch(/^[\x20-\x7e\r\n]+$/);
  for (const line of message.split('\r\n')) expect(line.length).toBeLessThan(998);
  const words = /To: ((?:.|\r\n )*?) <zoe@council.example>/.exec(head)?.[1] ?? '';
  const decoded = words
    .split('\r\n ')
    .map((word) => Buffer.from(word.slice(10, -2), 'base64').toString())
    .join('');
  expect(decoded).toBe(to.name);
  const bodies = parts
    .slice(0, 2)
    .map((part) => Buffer.from(part.split('\r\n\r\n')[1] ?? '', 'base64').toString());
  expect(bodies).toEqual([digest.text, digest.html]);
});

it.each([
  'a@b.example\r\nBcc: all@council.example',
  'a b@council.example',
  '<a@b.example>',
  'nobody',
  'a@b.example, c@d.example',
])('%j is no address to send to', (email) => {
  expect(isPlainAddress(email)).toBe(false);
  const to = { name: 'A', email };
  expect(() => messageFile(digest, { to, at: new Date(0), id: 'x' })).toThrow(RangeError);
});

it.each([
  ['2021-05-28', true, false],
  ['2021-05-29', false, false],
  ['2021-05-30', false, false],
  ['2021-05-31', true, true],
  ['2021-06-01', true, false],
])('on %s it is sent daily: %s, weekly: %s', (day, daily, weekly) => {
  const sent = (often: 'daily' | 'weekly' | 'none') => isSentOn(often, isoDate(day));
  expect([sent('daily'), sent('weekly'), sent('none')]).toEqual([daily, weekly, false]);
});
