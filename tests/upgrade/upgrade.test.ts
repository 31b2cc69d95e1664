import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, wellplaced } from '../support/command.ts';
import { ALL_MIGRATIONS, newServerDatabase } from '../support/databases.ts';
import { ownersAddress, postgresPrograms } from '../support/postgres.ts';

const programs = postgresPrograms();
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What that release noted of its trail in the report that it printed. */
const LEFT: { readonly entry: number; readonly hash: string } = JSON.parse(
  readFileSync(here('report-0017-2026-11-22.json'), 'utf8'),
).auditNote;

/** Restored first by that release's own schema, then brought up to date: as a council that starts a new version. */
describe.each(['embedded', 'server'])(
  'a backup of the release with 17 migrations, restored today, %s',
  (kind) => {
    const test = it.skipIf(kind === 'server' && programs === undefined);
    let folder: string;
    let environment: Record<string, string>;
    let owner: Record<string, string>;
    let restored: Answer;

    beforeAll(async () => {
      if (kind === 'server' && programs === undefined) return;
      folder = await mkdtemp(join(tmpdir(), 'wellplaced-upgrade-'));
      environment = { WELLPLACED_DATA: folder };
      owner = {};
      if (kind === 'server') {
        environment.DATABASE_URL = await newServerDatabase(programs ?? '', []);
        owner.WELLPLACED_OWNER_URL = ownersAddress(environment.DATABASE_URL);
      }
      const words = ['restore', here('release-0017.backup')];
      restored = await wellplaced(words, { ...environment, ...owner });
    });
    afterAll(async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    });

    test('has every row, and its trails are whole and reach what was noted', () => {
      expect(restored.err).toBe('');
      expect(restored.out).toMatch(/payment +1,641/);
      expect(restored.out).toContain('every table has the rows and the fingerprint');
      expect(restored.code).toBe(0);
    });

    test('is at the newest migration', async () => {
      const migrated = await wellplaced(['migrate'], { ...environment, ...owner });
      expect(migrated.out).toContain(`is at ${ALL_MIGRATIONS.at(-1)?.name}.`);
    });

    test.each(['2026-06-28', '2026-11-22'])(
      'reports the week ending %s as that release did, to the penny',
      async (week) => {
        const asked = ['--authority', 'X01', '--week-ending', week, '--format', 'json'];
        const { out, err } = await wellplaced(['report', 'placements', ...asked], environment);
        expect(err).toBe('');
        const then = JSON.parse(readFileSync(here(`report-0017-${week}.json`), 'utf8'));
        // What stood on the trail when each was printed.
        const { auditNote: _, ...figures } = then;
        // What that release projected is what is committed: it knew of no end that was not recorded.
        const { projectedOutturnPence: committedPence, ...spend } = figures.spend;
        const expected = { ...figures, spend: { ...spend, committedPence } };
        expect(JSON.parse(out)).toMatchObject(expected);
      },
    );

    test('goes on its trail where the release left it', async () => {
      const asked = ['audit', 'verify', '--authority', 'X01', '--noted'];
      const verified = await wellplaced([...asked, `${LEFT.entry}:${LEFT.hash}`], environment);
      expect(verified.err).toBe('');
      const [, entries] = /^X01: all (\d+) entries hold\. /.exec(verified.out) ?? [];
      expect(Number(entries)).toBeGreaterThanOrEqual(LEFT.entry);
      expect(verified.out.slice(`X01: all ${entries} entries hold. `.length)).toMatch(
        new RegExp(
          `^Compared with 1 note\\. Note elsewhere for the next time: ${entries}:[0-9a-f]{64}\n$`,
        ),
      );
      expect(verified.code).toBe(0);
      const other = `${LEFT.entry}:${LEFT.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}`;
      const rewritten = await wellplaced([...asked, other], environment);
      expect(rewritten.out).toMatch(/^X01: BROKEN\. /);
      expect(rewritten.code).toBe(1);
    });
  },
);
