import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil } from '../../../../tests/support/import-files.ts';
import { addPerson } from '../../../../tests/support/restricted-child.ts';
import type { Ground } from '../../database/ground.ts';
import { draftsHeld } from './drafts-held.ts';
import {
  type DraftTables,
  draftsOf,
  type KeptDraft,
  keepDraft,
  loadDraft,
  MOST_DRAFTS,
  removeDraft,
  removeDraftsBefore,
  type WhichDraft,
} from './store.ts';

const MONDAY = new Date('2026-11-23T10:00:00Z');
const FRIDAY = new Date('2026-11-27T10:00:00Z');

describeOnBothDatabases('drafts of forms', ALL_MIGRATIONS, (open) => {
  async function opened() {
    const ground = await open();
    await addCouncil(ground, 'A', []);
    const ada = await addPerson(ground, 'A', 'Ada', 'Data officer');
    const bo = await addPerson(ground, 'A', 'Bo', 'Data officer');
    const mine = { personId: ada.personId, form: 'decision', subject: 'x' };
    return { ground, ada, bo, mine, theirs: { ...mine, personId: bo.personId } };
  }
  const acting = { authority: 'A', actor: 'Ada', reason: 'a test' };
  const keep = (ground: Ground, which: WhichDraft, draft: Partial<KeptDraft>) =>
    ground.transaction<DraftTables, string>(acting, (tx) =>
      keepDraft(tx, which, {
        ...{ title: 'Decide: A rule', address: '/findings/decision?finding=a', typed: {} },
        ...{ keptAt: MONDAY, ...draft },
      }),
    );
  const load = (ground: Ground, which: WhichDraft) =>
    ground.read<DraftTables, KeptDraft | undefined>('A', (tx) => loadDraft(tx, which));
  const listed = (ground: Ground, { personId }: WhichDraft) =>
    ground.read<DraftTables, unknown[]>('A', (tx) => draftsOf(tx, personId));

  test('give back what was typed, whatever it is, to nobody else', async () => {
    const { ground, mine, theirs } = await opened();
    const typed = { reason: '\u0000 “A100” <b>\n\ud800', several: ['a', 'b'], none: '' };
    expect(await keep(ground, mine, { typed })).toBe('kept');
    expect(await load(ground, mine)).toEqual({ typed, keptAt: MONDAY });
    for (const other of [theirs, { ...mine, form: 'other' }, { ...mine, subject: 'y' }]) {
      expect(await load(ground, other)).toBeUndefined();
      const removed = await ground.transaction<DraftTables, boolean>(acting, (tx) =>
        removeDraft(tx, other),
      );
      expect(removed).toBe(false);
    }
    expect(await listed(ground, theirs)).toEqual([]);
    expect(await listed(ground, mine)).toHaveLength(1);
  });

  test('take the place of the one before, also of two windows at once', async () => {
    const { ground, mine } = await opened();
    await Promise.all([
      keep(ground, mine, { typed: { reason: 'first' } }),
      keep(ground, mine, { typed: { reason: 'second' } }),
    ]);
    await keep(ground, mine, { typed: { reason: 'third' }, keptAt: FRIDAY });
    expect(await load(ground, mine)).toEqual({ typed: { reason: 'third' }, keptAt: FRIDAY });
    expect(await listed(ground, mine)).toHaveLength(1);
  });

  test('are so many and so long, and no more', async () => {
    const { ground, mine } = await opened();
    for (let number = 1; number <= MOST_DRAFTS; number += 1) {
      expect(await keep(ground, { ...mine, subject: `${number}` }, {})).toBe('kept');
    }
    expect(await keep(ground, { ...mine, subject: 'one more' }, {})).toBe('too-many');
    expect(await keep(ground, { ...mine, subject: '7' }, { typed: { a: 'again' } })).toBe('kept');
    const long = { reason: 'x'.repeat(100_000) };
    expect(await keep(ground, { ...mine, subject: '7' }, { typed: long })).toBe('too-long');
    expect((await load(ground, { ...mine, subject: '7' }))?.typed).toEqual({ a: 'again' });
  });

  test('end after their days, and with whoever leaves', async () => {
    const { ground, ada, bo, mine, theirs } = await opened();
    await keep(ground, mine, {});
    await keep(ground, { ...mine, subject: 'y' }, { keptAt: FRIDAY });
    await keep(ground, theirs, { keptAt: FRIDAY });
    const removed = await ground.transaction<DraftTables, number>(acting, (tx) =>
      removeDraftsBefore(tx, FRIDAY),
    );
    expect([removed, await load(ground, mine)]).toEqual([1, undefined]);
    await ground.transaction<DraftTables, void>(acting, (tx) =>
      draftsHeld.handOver(tx.over(), { from: ada, to: bo, by: bo, now: FRIDAY }),
    );
    expect([await listed(ground, mine), (await listed(ground, theirs)).length]).toEqual([[], 1]);
  });

  test('are on the trail without what was typed', async () => {
    const { ground, mine } = await opened();
    await keep(ground, mine, { typed: { reason: 'A100 ran away' } });
    await keep(ground, mine, { typed: { reason: 'A100 is back' }, keptAt: FRIDAY });
    const rows = await ground.read('A', (tx) =>
      tx.rows(
        `select action, before::text, after::text from audit_entry
         where authority_id = $1 and table_name = 'form_draft' order by seq`,
        ['A'],
      ),
    );
    expect(rows.map(([action]) => action)).toEqual(['insert', 'update']);
    expect(JSON.stringify(rows)).toContain('Decide: A rule');
    expect(JSON.stringify(rows)).not.toMatch(/A100|findings\/decision/);
  });
});
