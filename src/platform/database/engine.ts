import type { Ground } from './ground.ts';

/** What a statement gave: rows as the caller asked for them, and how many rows it changed or read. */
export interface Outcome<Row> {
  readonly rows: Row[];
  readonly command: string;
  readonly count: number;
}

/** One session of the database inside one transaction. The same on both engines, so that everything above is written once. */
export interface Session {
  /** Several statements without parameters or rows, in one round trip. */
  script(sql: string): Promise<void>;
  objects(sql: string, parameters?: readonly unknown[]): Promise<Outcome<Record<string, unknown>>>;
  arrays(sql: string, parameters?: readonly unknown[]): Promise<Outcome<unknown[]>>;
  /** A statement that is run many times, under a name that stands for its text: parsed once where the engine can. Gives how many rows it changed. Parameters have been through `parameter`. */
  repeated(name: string | undefined, sql: string, parameters: unknown[]): Promise<number>;
}

/** A database that runs transactions: PGlite in a folder, or a PostgreSQL server. */
export interface Engine {
  readonly kind: Ground['kind'];
  /**
   * Commits when the work resolves, rolls back when it throws; the connecting user's own rights.
   * `opening` are statements to run before the work, in one round trip with the begin.
   */
  transaction<Result>(
    begin: Begin,
    work: (session: Session) => Promise<Result>,
    opening?: string,
  ): Promise<Result>;
  /** Runs the work while no other starter of this database runs the same. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  /** One text outside any transaction, with several statements when there are no values; for the job queue. */
  execute(sql: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** The connections of this process at this moment, where the engine has more than one session. */
  readonly connections?: () => Connections;
  close(): Promise<void>;
}

/** Connections of a pool: those open, those of them that nobody uses, and how many wait for one. */
export interface Connections {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

/** How a transaction starts; reads see one moment throughout. */
export type Begin = 'read write' | 'read only';

const engines = new WeakMap<Ground, Engine>();

/** Notes which engine carries the ground. */
export function carry(ground: Ground, engine: Engine): Ground {
  engines.set(ground, engine);
  return ground;
}

/** The engine under a ground, for the platform's own rooms; wings have no business with it. */
export function engineOf(ground: Ground): Engine {
  const engine = engines.get(ground);
  if (engine === undefined) throw new Error('this ground was not opened by openGround');
  return engine;
}
