import { expect, test } from 'vitest';
import { type LogEntry, logTo } from './log.ts';

const ENTRY: Omit<LogEntry, 'level'> = {
  event: 'request-failed',
  reference: 'REF-1',
  method: 'GET',
  route: '/children/:childId',
  status: 500,
  error: 'Error',
  where: [],
};

test.each([
  ['warning', ['warning', 'error']],
  ['error', ['error']],
  ['silent', []],
] as const)('at the level %s it writes %j, one a line', (level, expected) => {
  const lines: string[] = [];
  const log = logTo({ write: (line: string) => lines.push(line) }, level);
  log({ ...ENTRY, level: 'warning' });
  log({ ...ENTRY, level: 'error' });
  expect(lines.every((line) => line.endsWith('}\n'))).toBe(true);
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(expected);
});
