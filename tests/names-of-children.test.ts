import { beforeAll, expect, test } from 'vitest';
import type { Ground } from '../src/platform/database/ground.ts';
import { ROLES } from '../src/platform/permission/roles.ts';
import { mayDo } from '../src/records/permissions.ts';
import type { RecordsTables } from '../src/records/storage/records-tables.ts';
import { ALL_MIGRATIONS } from '../src/web/whole.ts';
import { describeOnBothDatabases } from './support/databases.ts';
import { FEWER_QUERIES, PAGE_QUERIES, partsOf, routesThatSay } from './support/every-page.ts';
import { secretChild } from './support/secret-child.ts';

const NAMES = ['Saoirse', 'Quillfeather', 'Tobias', 'Marchbanks', 'Wherry'];
const UNNAMED = ROLES.filter((role) => !mayDo([role], 'see names and addresses of children'));

describeOnBothDatabases(
  'names of children, in the whole service',
  ALL_MIGRATIONS,
  (open, thorough) => {
    let ground: Ground;
    let council: Awaited<ReturnType<typeof secretChild>>;

    beforeAll(async () => {
      ground = await open();
      council = await secretChild(ground);
    });

    const saying = async (person: typeof council.named) =>
      routesThatSay(
        await council.serve(person),
        council.routes,
        partsOf(council),
        NAMES,
        thorough ? PAGE_QUERIES : FEWER_QUERIES,
      );

    test('stand on no page and in no file for every role that may not see them', async () => {
      const showing = await saying({ ...council.named, roles: UNNAMED });
      expect([...showing]).toEqual([]);
    }, 240_000);

    test('stand where they are meant to, and nowhere else, for who may see them', async () => {
      const showing = await saying(council.named);
      expect([...showing].sort()).toEqual([
        ...['/children', '/children/:childId', '/children/names/file/:format', '/what-changed'],
      ]);
    }, 240_000);

    test('of a restricted child are hidden with the child', async () => {
      const server = await council.serve(council.other);
      for (const sought of ['Quillfeather', 'saoirse quill']) {
        const { body } = await server.inject({
          url: `/children?search=${encodeURIComponent(sought)}&on=30/5/2021`,
        });
        expect(body).toContain('0 children looked after');
        expect(body).not.toContain('is not shown');
      }
      const { body } = await server.inject({ url: '/children?search=tobias&on=30/5/2021' });
      expect(body).toContain('1 child looked after');
      expect(body).toContain('Tobias Marchbanks');
    });

    test('are searched for by nobody who may not see them', async () => {
      const server = await council.serve({ ...council.named, roles: UNNAMED });
      const { body } = await server.inject({ url: '/children?search=tobias&on=30/5/2021' });
      expect(body).toContain('0 children looked after');
    });

    test('are not kept by the trail, however they were searched for', async () => {
      const rows = await ground.read<RecordsTables, unknown[][]>('S', (tx) =>
        tx.rows(
          `select row_key ->> 'search' from audit_entry
         where authority_id = $1 and table_name = 'list of children' and row_key ? 'search'`,
          ['S'],
        ),
      );
      expect(new Set(rows.flat())).toEqual(new Set(['words, not kept']));
    });
  },
);
