import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil } from '../../../../tests/support/import-files.ts';
import { addPerson } from '../../../../tests/support/restricted-child.ts';
import type { Ground } from '../../database/ground.ts';
import { changeView, type Doing, MOST_VIEWS, type NewView, saveView, viewsOf } from './store.ts';

const NOW = new Date('2026-11-27T10:00:00Z');

describeOnBothDatabases('views of one’s own', ALL_MIGRATIONS, (open) => {
  async function opened() {
    const ground = await open();
    await addCouncil(ground, 'A', []);
    const mine = { personId: (await addPerson(ground, 'A', 'Ada', 'Auditor')).personId, list: 'x' };
    const theirs = { ...mine, personId: (await addPerson(ground, 'A', 'Bo', 'Auditor')).personId };
    return { ground, mine, theirs, otherList: { ...mine, list: 'y' } };
  }
  type Owner = Awaited<ReturnType<typeof opened>>['mine'];

  const acting = { authority: 'A', actor: 'Ada', reason: 'a test' };
  const save = (ground: Ground, owner: Owner, view: Partial<NewView>) =>
    ground.transaction(acting, (tx) =>
      saveView(tx.over(), owner, {
        ...{ name: 'One', query: 'a=b', isDefault: false, replaces: false, now: NOW },
        ...{ newId: randomUUID(), ...view },
      }),
    );
  const does = (ground: Ground, owner: Owner, viewId: string, doing: Doing) =>
    ground.transaction(acting, (tx) => changeView(tx.over(), owner, viewId, doing));
  const names = async (ground: Ground, owner: Owner) => {
    const views = await ground.read('A', (tx) => viewsOf(tx.over(), owner));
    return views.map(({ name, query, isDefault }) => [name, query, isDefault]);
  };
  const idOf = (saved: unknown) => (saved as { viewId: string }).viewId;

  test('are the person’s and the list’s alone', async () => {
    const { ground, mine, theirs, otherList } = await opened();
    const viewId = idOf(await save(ground, mine, {}));
    expect(await save(ground, theirs, {})).toHaveProperty('viewId');
    expect(await save(ground, otherList, {})).toHaveProperty('viewId');
    for (const other of [theirs, otherList]) {
      expect(await does(ground, other, viewId, 'delete')).toBe('gone');
      expect(await does(ground, other, viewId, { rename: 'Taken' })).toBe('gone');
      expect(await does(ground, other, viewId, { isDefault: true })).toBe('gone');
    }
    expect(await names(ground, mine)).toEqual([['One', 'a=b', false]]);
    expect(await does(ground, mine, viewId, 'delete')).toBe('done');
    expect(await does(ground, mine, viewId, 'delete')).toBe('gone');
    expect(await names(ground, mine)).toEqual([]);
    expect(await names(ground, theirs)).toHaveLength(1);
  });

  test('have one name each, whatever its capitals, and are replaced only when asked', async () => {
    const { ground, mine } = await opened();
    const first = idOf(await save(ground, mine, {}));
    expect(await save(ground, mine, { name: 'ONE', query: 'c=d' })).toBe('name-taken');
    const again = await save(ground, mine, { name: 'ONE', query: 'c=d', replaces: true });
    expect(idOf(again)).toBe(first);
    const second = idOf(await save(ground, mine, { name: 'Two' }));
    expect(await does(ground, mine, second, { rename: 'one' })).toBe('name-taken');
    expect(await does(ground, mine, second, { rename: 'TWO' })).toBe('done');
    expect(await names(ground, mine)).toEqual([
      ['ONE', 'c=d', false],
      ['TWO', 'a=b', false],
    ]);
  });

  test('have one default at most, also when two are made it at once', async () => {
    const { ground, mine } = await opened();
    const first = idOf(await save(ground, mine, { isDefault: true }));
    await save(ground, mine, { name: 'Two', isDefault: true });
    const defaults = async () => (await names(ground, mine)).filter(([, , is]) => is);
    expect(await defaults()).toEqual([['Two', 'a=b', true]]);
    await Promise.all([
      does(ground, mine, first, { isDefault: true }),
      save(ground, mine, { name: 'Three', isDefault: true }),
      save(ground, mine, { name: 'Three', isDefault: true, replaces: true }),
    ]);
    expect(await defaults()).toHaveLength(1);
    await does(ground, mine, first, { isDefault: false });
    expect(await defaults()).toEqual([]);
  });

  test('are so many and no more, and each change is on the trail', async () => {
    const { ground, mine } = await opened();
    for (let number = 1; number <= MOST_VIEWS; number += 1) {
      expect(await save(ground, mine, { name: `View ${number}` })).toHaveProperty('viewId');
    }
    expect(await save(ground, mine, { name: 'One more' })).toBe('too-many');
    expect(await save(ground, mine, { name: 'View 3', replaces: true })).toHaveProperty('viewId');
    const written = await ground.read('A', (tx) =>
      tx.rows(
        `select action, count(*)::int from audit_entry
         where authority_id = $1 and table_name = 'saved_view' group by action order by action`,
        ['A'],
      ),
    );
    expect(written).toEqual([['insert', MOST_VIEWS]]);
  });
});
