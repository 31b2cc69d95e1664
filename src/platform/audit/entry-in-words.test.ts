import { describe, expect, test } from 'vitest';
import { NO_REASON_ASKED } from './answer-audited.ts';
import type { AuditEntry } from './entry.ts';
import {
  changesInWords,
  deedInWords,
  momentInWords,
  reasonInWords,
  valueInWords,
} from './entry-in-words.ts';

const NAMES = {
  things: { episode: 'care episode' },
  columns: { place: 'placement type', decom: 'start' },
};

function entry(parts: Partial<AuditEntry>): AuditEntry {
  return {
    seq: 1,
    happenedAt: new Date('2026-06-01T12:05:09Z'),
    actor: 'Ada Byron',
    personId: null,
    role: null,
    reason: NO_REASON_ASKED,
    action: 'view',
    thing: 'child',
    key: { child_id: 'A100' },
    before: null,
    after: null,
    importId: null,
    ...parts,
  };
}

const EPISODE = {
  thing: 'episode',
  key: { authority_id: 'E1', child_id: 'A100', decom: '2020-05-01' },
} as const;

describe('an entry as a sentence', () => {
  test.each<[Partial<AuditEntry>, string]>([
    [{}, 'looked at the record of child A100'],
    [
      { thing: 'list of children', key: { group: 'residential', on: '2021-06-01' } },
      'looked at the list of children (group: residential, on: 1 June 2021)',
    ],
    [
      {
        action: 'export',
        thing: 'list of children',
        key: { format: 'csv', group: 'residential' },
        after: { rows: 1040 },
      },
      'downloaded the list of children as csv, 1,040 rows (group: residential)',
    ],
    [
      { ...EPISODE, action: 'update' },
      'changed the care episode of child A100 (start: 1 May 2020)',
    ],
    [{ ...EPISODE, action: 'insert' }, 'added the care episode of child A100 (start: 1 May 2020)'],
    [
      { ...EPISODE, action: 'delete' },
      'removed the care episode of child A100 (start: 1 May 2020)',
    ],
    [
      { action: 'import', thing: 'import', key: { importId: 'x' }, after: { files: [{}, {}] } },
      'imported 2 files',
    ],
    [{ action: 'import', thing: 'import', key: {}, after: { files: [{}] } }, 'imported one file'],
    [
      { action: 'attempt', thing: 'opening of a door', key: { child_id: 'A100' } },
      'tried the opening of a door A100',
    ],
    [{ action: 'sign-in', thing: 'session', key: {} }, 'sign-in: the session'],
  ])('%j', (parts, words) => {
    expect(deedInWords(entry(parts), NAMES)).toBe(words);
  });

  test('says when by the clock in London, what, and why where it was asked', () => {
    const seen = entry({});
    expect(momentInWords(seen.happenedAt)).toBe('1 June 2026 at 13:05:09');
    expect(deedInWords(seen, NAMES)).toBe('looked at the record of child A100');
    expect(reasonInWords(seen)).toBeUndefined();
    expect(reasonInWords(entry({ reason: 'a breakdown' }))).toBe('a breakdown');
  });
});

describe('before and after in words', () => {
  test.each<[Partial<AuditEntry>, readonly string[]]>([
    [
      {
        action: 'update',
        before: { place: 'U6', dec: null, secret: 'withheld' },
        after: { place: 'K2', dec: '2021-06-01', secret: 'withheld' },
      },
      [
        'placement type: U6, became K2',
        'dec: empty, became 1 June 2021',
        'secret: changed, not shown',
      ],
    ],
    [
      { ...EPISODE, action: 'insert', after: { ...EPISODE.key, place: 'K2', dec: null } },
      ['placement type: K2'],
    ],
    [{ ...EPISODE, action: 'delete', before: { place: 'K2' } }, ['placement type: K2']],
    [{ action: 'view' }, []],
    [{ action: 'export', after: { rows: 3 } }, []],
  ])('%j', (parts, lines) => {
    expect(changesInWords(entry(parts), NAMES)).toEqual(lines);
  });

  test.each<[unknown, string]>([
    [null, 'empty'],
    ['', 'empty'],
    [true, 'yes'],
    [1234567, '1,234,567'],
    ['2021-02-30', '2021-02-30'],
    [['a', 'b'], 'a, b'],
    [[], 'empty'],
    [{ a: 1 }, '{"a":1}'],
    ['2026-06-01T12:05:09.5+00:00', '1 June 2026 at 13:05:09'],
  ])('a value %j', (value, words) => {
    expect(valueInWords(value)).toBe(words);
  });
});
