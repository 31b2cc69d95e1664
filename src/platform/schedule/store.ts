import type { CouncilTransaction, Ground } from '../database/ground.ts';
import type { Bound } from '../http/bound.ts';
import type { MigratedTables } from '../migrations/tables.d.ts';
import type { Due } from './due.ts';
import { nextStep, type Run } from './run.ts';

/** The table of what was due, for typed queries. */
type ScheduleTables = Pick<MigratedTables, 'scheduled_run'>;

type Transaction = CouncilTransaction<ScheduleTables>;
type Row = ScheduleTables['scheduled_run'];

const TABLE = 'scheduled_run';
const DIED = 'The process that worked on it ended in the middle of it.';

/** A run that is one's own: which, and the how-manieth try. */
export interface Claim {
  readonly job: string;
  readonly due: string;
  readonly tries: number;
}

function runOf(row: Row): Run {
  return {
    job: row.job,
    due: row.due,
    dueAt: row.due_at,
    state: row.state,
    tries: row.tries,
    startedAt: row.started_at,
    heldUntil: row.held_until,
    endedAt: row.ended_at,
    said: row.said,
  };
}

function latestRuns(tx: Transaction, job: string, most: number): Promise<Row[]> {
  return tx.db
    .selectFrom(TABLE)
    .selectAll()
    .where('authority_id', '=', tx.authority)
    .where('job', '=', job)
    .orderBy('due_at', 'desc')
    .limit(most)
    .execute();
}

/** The latest runs of a job, the latest first. */
export function loadRuns(read: Bound['read'], job: string, most: number): Promise<readonly Run[]> {
  return read<ScheduleTables, readonly Run[]>(async (tx) =>
    (await latestRuns(tx, job, most)).map(runOf),
  );
}

/** Changes a run as it was found; gives whether it still stood so. */
async function change(
  tx: Transaction,
  { due, job, state, tries }: Pick<Run, 'job' | 'due' | 'state' | 'tries'>,
  to: Partial<Row>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable(TABLE)
    .set(to)
    .where('authority_id', '=', tx.authority)
    .where('job', '=', job)
    .where('due', '=', due)
    .where('state', '=', state)
    .where('tries', '=', tries)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function add(
  tx: Transaction,
  job: string,
  { at, key }: Due,
  { endedAt, heldUntil, startedAt, state, tries }: Omit<Run, 'job' | 'due' | 'dueAt' | 'said'>,
): Promise<boolean> {
  const columns = ['job', 'due', 'due_at', 'state', 'tries', 'started_at', 'held_until'];
  const row = [job, key, at, state, tries, startedAt, heldUntil, endedAt];
  const added = await tx.insertMany(TABLE, [...columns, 'ended_at'], [row], {
    onConflict: 'ignore',
  });
  return added === 1;
}

const acting = (authority: string, reason: string) => ({ authority, actor: 'Wellplaced', reason });

/**
 * Takes what is due of a job, if it is due and nobody else has it: by the key of the row, and by the
 * state in which it was found, one process alone gets it. Held until `heldUntil`.
 */
export async function claimRun(
  ground: Ground,
  authority: string,
  job: string,
  due: Due,
  now: Date,
  heldUntil: Date,
): Promise<Claim | undefined> {
  // Nearly always nothing is due, and looking writes nothing.
  const [found] = await loadRuns((work) => ground.read(authority, work), job, 1);
  if (nextStep(found, due, now) === 'nothing') return undefined;
  const running = { state: 'running', startedAt: now, heldUntil, endedAt: null } as const;
  return ground.transaction<ScheduleTables, Claim | undefined>(
    acting(authority, 'scheduled work is due'),
    async (tx) => {
      const [row] = await latestRuns(tx, job, 1);
      const latest = row && runOf(row);
      const step = nextStep(latest, due, now);
      if (step === 'remember') {
        const seen = { state: 'first seen', startedAt: null, heldUntil: null } as const;
        await add(tx, job, due, { ...seen, endedAt: now, tries: 0 });
        return undefined;
      }
      if (step === 'nothing' || latest === undefined) return undefined;
      if (latest.state === 'running' && step !== 'begin again') {
        await change(tx, latest, {
          state: 'failed',
          held_until: null,
          ended_at: now,
          said: DIED,
        });
      }
      if (step === 'begin') {
        const mine = await add(tx, job, due, { ...running, tries: 1 });
        return mine ? { job, due: due.key, tries: 1 } : undefined;
      }
      if (step === 'give up') return undefined;
      const tries = latest.tries + 1;
      const mine = await change(tx, latest, {
        state: 'running',
        tries,
        started_at: now,
        held_until: heldUntil,
        ended_at: null,
        said: null,
      });
      return mine ? { job, due: due.key, tries } : undefined;
    },
  );
}

function changeOwn(
  ground: Ground,
  authority: string,
  claim: Claim,
  to: Partial<Row>,
): Promise<boolean> {
  return ground.transaction<ScheduleTables, boolean>(acting(authority, 'scheduled work'), (tx) =>
    change(tx, { ...claim, state: 'running' }, to),
  );
}

/** Holds one's own run for longer; gives whether it still is one's own. */
export function renewRun(
  ground: Ground,
  authority: string,
  claim: Claim,
  until: Date,
): Promise<boolean> {
  return changeOwn(ground, authority, claim, { held_until: until });
}

/** Ends one's own run; what another process has taken up since is left to it. `again` is when it may be tried again. */
export async function endRun(
  ground: Ground,
  authority: string,
  claim: Claim,
  how: { state: 'done' | 'failed'; at: Date; said: string; again?: Date },
): Promise<void> {
  await changeOwn(ground, authority, claim, {
    state: how.state,
    ended_at: how.at,
    said: how.said.slice(0, 500),
    held_until: how.again ?? null,
  });
}

/** Gives one's own run back, as if it had not been begun: the program stops. */
export async function putBackRun(ground: Ground, authority: string, claim: Claim, now: Date) {
  await changeOwn(ground, authority, claim, {
    state: 'failed',
    tries: claim.tries - 1,
    ended_at: now,
    held_until: now,
    said: 'The program was stopped while it ran. It runs again when the program does.',
  });
}

/** Removes the runs that were due before the moment; gives how many. */
export function removeRunsBefore(ground: Ground, authority: string, before: Date): Promise<number> {
  return ground.transaction<ScheduleTables, number>(
    acting(authority, 'scheduled work of long ago'),
    async (tx) => {
      const { numDeletedRows } = await tx.db
        .deleteFrom(TABLE)
        .where('authority_id', '=', tx.authority)
        .where('due_at', '<', before)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  );
}
