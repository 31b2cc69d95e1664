import { beforeAll, expect, it } from 'vitest';
import { councilTable } from '../../../tests/support/council-table.ts';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import {
  ALPHA,
  BETA,
  exampleMigrations,
  withTwoCouncils,
} from '../../../tests/support/example-tables.ts';
import type { Acting, Ground } from '../database/ground.ts';
import { DecidedMeanwhile, decide, type NewDecision } from './decide.ts';

const migrations = [
  ...exampleMigrations,
  {
    name: '0009-example-decisions',
    sql: `
create table example_decision (
  authority_id text not null,
  subject_key text not null,
  decision_number integer not null,
  decided_by text not null,
  person_id uuid,
  person_role text,
  decided_at timestamptz not null default now(),
  verdict text not null,
  primary key (authority_id, subject_key, decision_number)
);
${councilTable('example_decision')}`,
  },
];

describeOnBothDatabases('decisions', migrations, (open) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await withTwoCouncils(open);
  });

  const on = (subjectKey: string, basedOn: number, verdict = 'yes'): NewDecision => ({
    subjectKey,
    basedOn,
    values: [verdict],
  });

  const decideAs = (acting: Acting, ...decisions: NewDecision[]) =>
    ground.transaction<{ example_decision: unknown }, void>(acting, (tx) =>
      decide(tx, 'example_decision', ['verdict'], acting, decisions),
    );

  const stored = (subject: string, authority = 'E1') =>
    ground.read(authority, (tx) =>
      tx.rows(
        `select decision_number, decided_by, verdict from example_decision
         where authority_id = $1 and subject_key = $2 order by decision_number`,
        [authority, subject],
      ),
    );

  it('follow one another, each based on the one before', async () => {
    await decideAs(ALPHA, on('a', 0, 'yes'));
    await decideAs({ ...ALPHA, actor: 'Eve' }, on('a', 1, 'no'));
    expect(await stored('a')).toEqual([
      [1, 'Ada', 'yes'],
      [2, 'Eve', 'no'],
    ]);
  });

  it.each([
    ['an older one', 0],
    ['one that there is not', 7],
  ])('are refused when based on %s, and nothing is stored', async (_name, basedOn) => {
    const subject = `old ${basedOn}`;
    await decideAs(ALPHA, on(subject, 0));
    await expect(decideAs(ALPHA, on('other', 0), on(subject, basedOn))).rejects.toThrow(
      DecidedMeanwhile,
    );
    expect(await stored('other')).toEqual([]);
    expect(await stored(subject)).toHaveLength(1);
  });

  it('of many people at the same moment let exactly one through', async () => {
    const people = Array.from({ length: 8 }, (_, at) => ({ ...ALPHA, actor: `Person ${at}` }));
    const outcomes = await Promise.allSettled(
      people.map((acting, at) =>
        at % 2 === 0
          ? decideAs(acting, on('both', 0), on('once', 0))
          : decideAs(acting, on('once', 0), on('both', 0)),
      ),
    );
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(7);
    for (const reason of refused) expect(reason).toBeInstanceOf(DecidedMeanwhile);
    const [[, winner] = []] = await stored('once');
    expect(await stored('both')).toEqual([[1, winner, 'yes']]);
  });

  it('of two whose transactions overlap let the first through, by the table’s key', async () => {
    if (ground.kind === 'embedded') return; // it runs one transaction at a time
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const first = ground.transaction<{ example_decision: unknown }, void>(ALPHA, async (tx) => {
      await decide(tx, 'example_decision', ['verdict'], ALPHA, [on('overlap', 0)]);
      begin();
      await new Promise((resolve) => setTimeout(resolve, 300)); // until Eve waits for the key
    });
    await begun;
    const second = decideAs({ ...ALPHA, actor: 'Eve' }, on('overlap', 0));
    await expect(second).rejects.toThrow(DecidedMeanwhile);
    await first;
    expect(await stored('overlap')).toEqual([[1, 'Ada', 'yes']]);
  });

  it('of one council are nothing to another', async () => {
    await decideAs(ALPHA, on('shared', 0));
    await decideAs(BETA, on('shared', 0));
    expect(await stored('shared', 'E2')).toEqual([[1, 'Ben', 'yes']]);
  });
});
