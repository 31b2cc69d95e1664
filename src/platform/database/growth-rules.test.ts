import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** What a database distributed by council refuses or does otherwise (docs/scale.md). */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['set_config does not reach the other nodes', /\bset_config\s*\(/i],
  ['MERGE is refused under row security', /\bmerge\s+into\b|\.mergeInto\(/i],
  ['INSERT … SELECT is refused under row security', /\binsert\s+into\s[^;`']*?\bselect\b/i],
  ['SET CONSTRAINTS is not forwarded', /\bset\s+constraints\b/i],
  ['a statement trigger fires for each shard', /\bfor\s+each\s+statement\b/i],
  ['an advisory lock of a transaction holds on one node only', /\bpg_advisory_xact_lock\b/i],
  ['a session setting outlives its transaction', /['"`]\s*set\s+(session\s+)?app\./i],
];

const root = fileURLToPath(new URL('../..', import.meta.url));

function sources(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(root, file));
}

function offending(text: string): string[] {
  return FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([rule]) => rule);
}

describe('SQL that also runs on a distributed database', () => {
  it('is all there is in the program', () => {
    const found = sources()
      .map((file) => [file.slice(root.length), offending(readFileSync(file, 'utf8'))] as const)
      .filter(([, rules]) => rules.length > 0);
    expect(found).toEqual([]);
  });

  it.each([
    "select set_config('app.authority', $1, true)",
    'merge into child using other on true',
    'insert into child (a, b)\n  select a, b from other',
    'set constraints all immediate',
    'create trigger t after insert on c for each statement execute function f()',
    'select pg_advisory_xact_lock(1)',
    "'set app.authority = 1'",
  ])('is told from: %s', (sql) => {
    expect(offending(sql)).toHaveLength(1);
  });
});
