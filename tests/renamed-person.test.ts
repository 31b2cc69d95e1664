import { beforeAll, expect, it } from 'vitest';
import { asked, loadEntries } from '../src/platform/audit/pages/store.ts';
import { verifyChain } from '../src/platform/audit/verify-chain.ts';
import { createAuthority } from '../src/platform/database/authorities.ts';
import type { Ground } from '../src/platform/database/ground.ts';
import type { PlatformTables } from '../src/platform/database/platform-tables.ts';
import { decide } from '../src/platform/decisions/decide.ts';
import { actingAs } from '../src/platform/http/acting.ts';
import type { IdentityTables } from '../src/platform/identity/identity-tables.ts';
import { personWhoIs } from '../src/platform/identity/people.ts';
import { importsAskedFor } from '../src/records/holdings/imports-asked-for.ts';
import { registerImport } from '../src/records/intake/imports/import-register.ts';
import { checkWaiting } from '../src/records/intake/uploads/upload-quota.ts';
import { seenBy } from '../src/records/restrictions/seen-by.ts';
import { FINDING_DECISION_COLUMNS } from '../src/records/storage/finding-decisions.ts';
import type { RecordsTables } from '../src/records/storage/records-tables.ts';
import { PERMISSIONS } from '../src/web/whole.ts';
import { ALL_MIGRATIONS, asOwnerOf, describeOnBothDatabases } from './support/databases.ts';

const COUNCIL = { code: 'E1', name: 'Alpha', areaCodes: [] };
const ROLES = ['Data officer'] as const;

describeOnBothDatabases(
  'a person renamed, and another given the freed name',
  ALL_MIGRATIONS,
  (open) => {
    let ground: Ground;
    let first: string;
    let second: string;

    const comes = (subject: string, name: string, at: string) =>
      ground.transaction<IdentityTables, string>(
        { authority: 'E1', actor: 'Wellplaced', reason: 'came from the provider' },
        async (tx) => {
          const known = { issuer: 'https://id', subject, name, email: `${subject}@x`, claimed: [] };
          const person = await personWhoIs(tx, known, new Date(at));
          expect(person?.name).toBe(name);
          return person?.personId ?? '';
        },
      );

    const decides = (personId: string, name: string, about: string) => {
      const acting = actingAs(
        COUNCIL,
        { personId, name, roles: ROLES },
        'decide on findings',
        PERMISSIONS,
      )(about);
      return ground.transaction<RecordsTables, void>(acting, (tx) =>
        decide(tx, 'finding_decision', FINDING_DECISION_COLUMNS, acting, [
          {
            subjectKey: about,
            basedOn: 0,
            values: [
              'accepted',
              about,
              null,
              null,
              null,
              1,
              'rule',
              null,
              'episode',
              2026,
              'a message',
            ],
          },
        ]),
      );
    };

    /** What stands under a name alone: as everything did before people stood by id. */
    const bySomebodyCalled = (actor: string, reason: string) =>
      ground.transaction<PlatformTables, number>({ authority: 'E1', actor, reason }, (tx) =>
        tx.insertMany('audit_entry', ['action', 'table_name', 'row_key'], [['view', 'x', {}]]),
      );

    /** Until the next millisecond: the embedded database and people's names count in no less, and two entries fit in one. */
    const clockMoves = async () => {
      const time = async () =>
        ground.read<PlatformTables, string>('E1', async (tx) => {
          const [row] = await tx.rows(`select date_trunc('milliseconds', clock_timestamp())::text`);
          return String(row?.[0]);
        });
      const before = await time();
      while ((await time()) === before);
    };

    /** The moment from which people stand by id, between what is on the trail already and what comes. */
    const peopleStandByIdFromNow = async () => {
      await clockMoves();
      await asOwnerOf(ground).execute(
        `update schema_migration set applied_at = clock_timestamp() where name = '0018-people-by-id'`,
      );
    };

    const trailOf = (personId: string) =>
      ground.read<PlatformTables, string[]>('E1', async (tx) => {
        const question = await asked(tx, { by: personId });
        const entries = await loadEntries(tx, question, { limit: 100 });
        return entries.map((entry) => `${entry.actor}: ${entry.reason}`).reverse();
      });

    beforeAll(async () => {
      ground = await open();
      await createAuthority(ground, COUNCIL, 'set-up');
      await bySomebodyCalled('Ada Lovell', 'by a namesake of long ago');
      await clockMoves();
      first = await comes('a1', 'Ada Lovell', new Date().toISOString());
      await bySomebodyCalled('Ada Lovell', 'before ids');
      await peopleStandByIdFromNow();
      await decides(first, 'Ada Lovell', 'decided by the first');
      await comes('a1', 'Ada Byron', new Date().toISOString());
      await decides(first, 'Ada Byron', 'decided when renamed');
      second = await comes('a2', 'Ada Lovell', new Date().toISOString());
      await decides(second, 'Ada Lovell', 'decided by the second');
    });

    it('has each deed on the trail as its own doer’s, under the name of then and in the role', async () => {
      expect(await trailOf(first)).toEqual([
        'Ada Lovell: decided by the first',
        'Ada Byron: decided when renamed',
      ]);
      expect(await trailOf(second)).toEqual(['Ada Lovell: decided by the second']);
      const roles = await ground.read('E1', (tx) =>
        tx.rows(
          `select distinct person_role from audit_entry
         where authority_id = $1 and person_id is not null`,
          ['E1'],
        ),
      );
      expect(roles).toEqual([['Data officer']]);
    });

    it('has what a program of the same name does as nobody’s', async () => {
      await bySomebodyCalled('Ada Lovell', 'at the command line');
      expect(await trailOf(second)).toEqual(['Ada Lovell: decided by the second']);
      expect(await trailOf(first)).not.toContain('Ada Lovell: at the command line');
    });

    it('has what stood under a name alone as theirs who had it then and have it still', async () => {
      const third = await comes('a3', 'Eve Moss', new Date().toISOString());
      await bySomebodyCalled('Eve Moss', 'before people stood by id');
      await peopleStandByIdFromNow();
      await bySomebodyCalled('Eve Moss', 'a program since');
      expect(await trailOf(third)).toEqual(['Eve Moss: before people stood by id']);
      // A version from before ids renames without saying since when.
      await ground.transaction<IdentityTables, unknown>(
        { authority: 'E1', actor: 'Wellplaced', reason: 'came from the provider' },
        (tx) =>
          tx.rows('update person set name = $2 where authority_id = $1 and person_id = $3', [
            'E1',
            'Eve Marsh',
            third,
          ]),
      );
      expect(await trailOf(third)).toEqual([]);
    });

    it('stores decisions by id, in the words of then', async () => {
      const rows = await ground.read('E1', (tx) =>
        tx.rows(
          `select decided_by, person_id::text, person_role from finding_decision
         where authority_id = $1 order by reason`,
          ['E1'],
        ),
      );
      expect(rows).toEqual([
        ['Ada Lovell', first, 'Data officer'],
        ['Ada Lovell', second, 'Data officer'],
        ['Ada Byron', first, 'Data officer'],
      ]);
    });

    it('keeps the imports of one apart from the other’s, when they are counted and handed over', async () => {
      const asks = { personId: first, name: 'Ada Lovell', roles: ROLES };
      const acting = actingAs(COUNCIL, asks, 'import records', PERMISSIONS)('an upload');
      await registerImport({ ground, now: () => new Date() }, acting, 'upload', 'receiving');
      const held = (personId: string, name: string) =>
        ground.read<IdentityTables, number>('E1', async (tx) => {
          const person = { personId, name, roles: [...ROLES] };
          return (await importsAskedFor.of(tx, person as Parameters<typeof importsAskedFor.of>[1]))
            .length;
        });
      expect(await held(first, 'Ada Byron')).toBe(1);
      expect(await held(second, 'Ada Lovell')).toBe(0);
      await ground.transaction<RecordsTables, void>(acting, async (tx) => {
        await tx.rows('update authority set uploads_waiting = 1 where authority_id = $1', ['E1']);
        await checkWaiting(tx, second);
        await expect(checkWaiting(tx, first)).rejects.toMatchObject({ code: 'uploads-waiting' });
      });
    });

    it('leaves own words in the sight of who wrote them, not of who has the name now', async () => {
      const insert = (table: 'child' | 'restriction', columns: string[], row: unknown[]) =>
        ground.transaction<Record<string, object>, number>(
          { authority: 'E1', actor: 'Helen', reason: 'set-up' },
          (tx) => tx.insertMany(table, columns, [row]),
        );
      await insert('child', ['child_id', 'return_year'], ['KLM99', 2026]);
      await insert(
        'restriction',
        [
          ...['child_id', 'restriction_id', 'pseudonym', 'kind'],
          ...['reason', 'restricted_by', 'restricted_at'],
        ],
        [
          ...['KLM99', '00000000-0000-4000-8000-000000000001', 'P-KLM', 'adoption'],
          ...['a reason', first, new Date()],
        ],
      );
      await decides(first, 'Ada Byron', 'looked for KLM99');
      const sees = (personId: string, name: string) =>
        seenBy(ground, { personId, name, roles: ROLES }, new Date()).read<PlatformTables, number>(
          'E1',
          async (tx) =>
            (
              await tx.rows(
                `select 1 from audit_entry where authority_id = $1 and reason = 'looked for KLM99'`,
                ['E1'],
              )
            ).length,
        );
      expect(await sees(first, 'Ada Byron')).toBeGreaterThan(0);
      expect(await sees(second, 'Ada Byron')).toBe(0);
    });

    it('has a trail that proves who it was', async () => {
      expect(await verifyChain(ground, 'E1')).toMatchObject({ broken: undefined });
    });
  },
);
