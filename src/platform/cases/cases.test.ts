import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import {
  ALPHA,
  BETA,
  exampleMigrations,
  withTwoCouncils,
} from '../../../tests/support/example-tables.ts';
import type { Acting, CouncilTransaction, Ground } from '../database/ground.ts';
import { addAttachment, loadAttachments, loadContent, removeAttachment } from './attachments.ts';
import type { CaseOf, CaseTables } from './case.ts';
import { loadCaseFile } from './case-file.ts';
import { loadNotes, writeNote } from './notes.ts';

const OWN = { events: [], involved: [] };
const AT = new Date('2026-11-20T10:00:00Z');
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const NOTE = { corrects: null };

describeOnBothDatabases('a case', exampleMigrations, (open) => {
  let ground: Ground;
  let ada: Acting;
  let eve: Acting;

  const inside = <Result>(
    by: Acting,
    work: (tx: CouncilTransaction<CaseTables>) => Promise<Result>,
  ) => ground.transaction<CaseTables, Result>(by, work);
  const kase = (key: string): CaseOf => ({ kind: 'example', key, childId: null });
  const writes = (by: Acting, key: string, text: string, more = {}) =>
    inside(by, (tx) =>
      writeNote(tx, { of: kase(key), by, now: AT, ...more }, { text, ...NOTE, ...more }),
    );
  const notes = (key: string, by = ada) => inside(by, (tx) => loadNotes(tx, kase(key)));
  const attaches = (by: Acting, key: string, content: Buffer, now = AT) =>
    inside(by, async (tx) => {
      const file = { name: 'plan.txt', mediaType: 'text/plain', content };
      await addAttachment(tx, { of: kase(key), by, now }, file);
      return (await loadAttachments(tx, kase(key)))[0]?.attachmentId ?? '';
    });

  const person = async (base: Acting, actor: string): Promise<Acting> => {
    const personId = randomUUID();
    await inside(base, (tx) =>
      tx.insertMany(
        'person',
        ['person_id', 'name', 'issuer', 'subject', 'added_at'],
        [[personId, actor, 'test', personId, AT]],
      ),
    );
    await inside(base, (tx) =>
      tx.insertMany(
        'person_role',
        ['person_id', 'role', 'given_by', 'given_at'],
        [[personId, 'Data officer', 'set-up', AT]],
      ),
    );
    return { ...base, actor, person: { personId, role: 'Data officer' } };
  };

  beforeAll(async () => {
    ground = await withTwoCouncils(open);
    ada = await person(ALPHA, 'Ada Lovell');
    eve = await person(ALPHA, 'Eve Moss');
  });

  it('has notes, the latest first, each by its author’s id under the name of then', async () => {
    await writes(ada, 'k1', 'The first\nin two lines');
    await writes(eve, 'k1', 'The second', { now: later(1) });
    expect(await notes('k1')).toMatchObject([
      { text: 'The second', by: { personId: eve.person?.personId, name: 'Eve Moss' } },
      { text: 'The first\nin two lines', by: { personId: ada.person?.personId } },
    ]);
    expect(await notes('another')).toEqual([]);
  });

  it('has a note put right by a further one, never changed, and only a note of its own', async () => {
    await writes(ada, 'k2', 'Wrong');
    const [wrong] = await notes('k2');
    await writes(eve, 'k2', 'Right', { corrects: wrong?.noteId, now: later(1) });
    expect((await notes('k2')).map(({ text, corrects }) => [text, corrects])).toEqual([
      ['Right', wrong?.noteId],
      ['Wrong', null],
    ]);
    const elsewhere = writes(eve, 'k1', 'No', { corrects: wrong?.noteId });
    await expect(elsewhere).rejects.toMatchObject({ code: 'note-unknown' });
    const changing = inside(ada, (tx) =>
      tx.rows(`update case_note set note = 'x' where authority_id = $1`, [tx.authority]),
    );
    await expect(changing).rejects.toThrow(/permission denied/);
  });

  it('is of one council alone', async () => {
    const ben = await person(BETA, 'Ben');
    await writes(ben, 'k1', 'Of the other council');
    const attachmentId = await attaches(ben, 'k1', Buffer.from('secret'));
    expect((await notes('k1')).map(({ text }) => text)).not.toContain('Of the other council');
    expect(await inside(ada, (tx) => loadContent(tx, kase('k1'), attachmentId))).toBeUndefined();
  });

  it('gives a file as it was sent, to its own case alone', async () => {
    const content = Buffer.from([...Array(300).keys()].map((at) => at % 256));
    const attachmentId = await attaches(ada, 'k3', content);
    const file = await inside(ada, (tx) => loadContent(tx, kase('k3'), attachmentId));
    expect(file?.content.equals(content)).toBe(true);
    expect(await inside(ada, (tx) => loadContent(tx, kase('k4'), attachmentId))).toBeUndefined();
  });

  it('keeps that a file was there, who removed it and why, and nothing of what it held', async () => {
    const attachmentId = await attaches(ada, 'k5', Buffer.from('words that must go'));
    const by = { ...eve, reason: 'It named another child.' };
    const removes = () =>
      inside(by, (tx) => removeAttachment(tx, { of: kase('k5'), by, now: later(5) }, attachmentId));
    await removes();
    const [gone] = await inside(ada, (tx) => loadAttachments(tx, kase('k5')));
    expect(gone).toMatchObject({
      name: 'plan.txt',
      removed: { by: { name: 'Eve Moss' }, at: later(5), reason: 'It named another child.' },
    });
    expect(await inside(ada, (tx) => loadContent(tx, kase('k5'), attachmentId))).toBeUndefined();
    await expect(removes()).rejects.toMatchObject({ code: 'attachment-gone' });
    const [[held, trail] = []] = await inside(ada, (tx) =>
      tx.rows(
        `select (select count(content)::int from case_attachment
             where authority_id = $1 and case_key = 'k5'),
           (select string_agg(concat(before::text, after::text), ' ') from audit_entry
             where authority_id = $1 and table_name = 'case_attachment' and row_key ->> 'case_key' = 'k5')`,
        [ALPHA.authority],
      ),
    );
    expect(held).toBe(0);
    expect(trail).toContain('withheld');
    expect(trail).not.toContain(Buffer.from('words that must go').toString('hex'));
  });

  it('takes no file of somebody whose role ended while it came', async () => {
    const gone = await person(ALPHA, 'Gus Hall');
    await inside(ada, (tx) =>
      tx.rows(
        'update person_role set withdrawn_at = $3 where authority_id = $1 and person_id = $2',
        [tx.authority, gone.person?.personId, later(1)],
      ),
    );
    await expect(attaches(gone, 'k10', Buffer.from('late'))).rejects.toMatchObject({
      code: 'no-longer-allowed',
    });
    expect(await inside(ada, (tx) => loadAttachments(tx, kase('k10')))).toEqual([]);
  });

  it('has a fingerprint of each file on the trail, and lets nobody swap what it holds', async () => {
    const content = Buffer.from('signed by both');
    await attaches(ada, 'k11', content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const [[trail] = []] = await inside(ada, (tx) =>
      tx.rows(
        `select string_agg(after::text, ' ') from audit_entry
         where authority_id = $1 and row_key ->> 'case_key' = 'k11'`,
        [tx.authority],
      ),
    );
    expect(trail).toContain(sha256);
    await expect(
      inside(ada, (tx) =>
        tx.rows('update case_attachment set sha256 = $2, bytes = 1 where authority_id = $1', [
          tx.authority,
          Buffer.alloc(32),
        ]),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('has no more room than the council’s, which what was removed leaves free', async () => {
    await inside(ada, (tx) =>
      tx.rows('update authority set attachments_mb = 10 where authority_id = $1', [tx.authority]),
    );
    const six = Buffer.alloc(6 * 2 ** 20, 'a');
    const attachmentId = await attaches(ada, 'k6', six);
    await expect(attaches(eve, 'k7', six)).rejects.toMatchObject({ code: 'attachments-full' });
    const by = { ...ada, reason: 'too large' };
    await inside(by, (tx) => removeAttachment(tx, { of: kase('k6'), by, now: AT }, attachmentId));
    await attaches(eve, 'k7', six);
  });

  it('says by today’s name who did what, with the name of then where it was another', async () => {
    const lin = await person(ALPHA, 'Lin Park');
    await writes(lin, 'k8', 'Before the wedding');
    await inside(lin, (tx) =>
      tx.rows(`update person set name = 'Lin Marsh' where authority_id = $1 and person_id = $2`, [
        tx.authority,
        lin.person?.personId,
      ]),
    );
    const namesake = await person(ALPHA, 'Lin Park');
    await writes(namesake, 'k8', 'By the other', { now: later(1) });
    const file = await inside(ada, (tx) => loadCaseFile(tx, kase('k8'), OWN, false));
    expect(file.people).toEqual([
      { name: 'Lin Park', as: 'wrote notes' },
      { name: 'Lin Marsh', as: 'wrote notes' },
    ]);
  });

  it('says who looked at it and took its files, once a day, to whoever may see the trail', async () => {
    const attachmentId = await attaches(ada, 'k9', Buffer.from('x'));
    const shown = (action: string, more = {}) =>
      inside(eve, (tx) =>
        tx.insertMany(
          'audit_entry',
          ['action', 'table_name', 'row_key'],
          [[action, 'example', { case_kind: 'example', case_key: 'k9', ...more }]],
        ),
      );
    for (let time = 0; time < 3; time += 1) await shown('view');
    await shown('export', { attachment_id: attachmentId });
    const happened = async (seesTrail: boolean) => {
      const { events } = await inside(ada, (tx) => loadCaseFile(tx, kase('k9'), OWN, seesTrail));
      return events.map(({ who, what }) => `${who?.name} ${what}`);
    };
    expect(await happened(false)).toEqual(['Ada Lovell attached plan.txt']);
    expect(await happened(true)).toEqual([
      'Ada Lovell attached plan.txt',
      'Eve Moss downloaded plan.txt',
      'Eve Moss looked at it',
    ]);
  });
});
