import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WellplacedError } from '../../src/core/errors.ts';
import { isoDate } from '../../src/core/plain-date.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { ProgressBoard } from '../../src/records/intake/imports/import-progress.ts';
import { registerImport } from '../../src/records/intake/imports/import-register.ts';
import { importSources, openReader } from '../../src/records/intake/imports/import-sources.ts';
import { linkImport } from '../../src/records/intake/linking/link-import.ts';
import { FileReader, type FileReading } from '../../src/records/intake/reading/reader.ts';
import { takeBack } from '../../src/records/intake/taking-back/take-back.ts';
import { checkLink } from '../../src/records/links/check-link.ts';
import { linkFacts } from '../../src/records/links/link-facts.ts';
import { knownAt } from '../../src/records/revisions/known-at.ts';
import type { Turn as TurnKind } from '../../src/records/revisions/revision.ts';
import type { RecordsTables } from '../../src/records/storage/records-tables.ts';
import { addCouncil, fileOf } from '../support/import-files.ts';
import { DAMAGED, type Import, type Link, pathOf, type Step, textOf } from './council-files.ts';
import { HELD, HELD_SQL } from './held-records.ts';
import { recordText, type Standing, type Stands, standsAfter } from './slow-council.ts';
import { type Refusal, refusals } from './slow-links.ts';

const now = () => new Date();
const today = () => isoDate('2021-06-01');

/** What hands a new council over, on a database that many share. */
export interface Councils {
  add(): Promise<CouncilUnderTest>;
  close(): Promise<void>;
}

/** Councils on one database. Statistics are not renewed after every import, which costs more than the import and changes nothing that stands. */
export async function councilsOn(opened: Ground): Promise<Councils> {
  const ground = Object.create(opened, {
    freshenStatistics: { value: async () => undefined },
  }) as Ground;
  const workFolder = await mkdtemp(join(tmpdir(), 'records-model-'));
  const board = new ProgressBoard(ground, now);
  const reader = openReader({});
  let count = 0;
  return {
    async add() {
      count += 1;
      await addCouncil(ground, `C${count}`);
      return new CouncilUnderTest({ ground, board, reader, workFolder }, `C${count}`);
    },
    async close() {
      reader.close();
      await rm(workFolder, { recursive: true });
    },
  };
}

/** A reader, of what is in memory, that comes to no end of damaged files. */
class ReaderOfDamaged extends FileReader {
  override async *read(reading: FileReading) {
    const { path } = reading.source;
    if (path.includes(DAMAGED)) throw new WellplacedError('damaged', `${path} is damaged.`, '');
    yield* super.read(reading);
  }
}

interface Desk {
  readonly ground: Ground;
  readonly board: ProgressBoard;
  readonly reader: ReturnType<typeof openReader>;
  readonly workFolder: string;
}

interface Made extends Standing {
  readonly importId: string;
  stands: boolean;
}

/** How the program names what the model refuses a link for. */
const REFUSED_FOR: Readonly<Record<Refusal, string>> = {
  'one and the same': 'link-to-itself',
  'not known': 'link-child-unknown',
  'follows another': 'linked-already',
};

/** Gives whether the work was done, or refused for one of the reasons for which it was to be; throws where it was not to be, and where it was and is done. */
async function doneUnless(reasons: readonly Refusal[], work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    const codes = reasons.map((reason) => REFUSED_FOR[reason]);
    if (error instanceof WellplacedError && codes.includes(error.code)) return false;
    throw error;
  }
  if (reasons.length === 0) return true;
  throw new Error(`What was to be refused was done: ${reasons.join(', ')}.`);
}

/** A council of the program, to whose records the steps of a sequence are done. */
export class CouncilUnderTest {
  readonly #desk: Desk;
  readonly #authority: string;
  readonly #made: Made[] = [];

  constructor(desk: Desk, authority: string) {
    this.#desk = desk;
    this.#authority = authority;
  }

  /** Does one step; gives whether it made a revision. */
  async take(step: Step): Promise<boolean> {
    if (step.what === 'link') return this.#link(step);
    return step.what === 'import' ? this.#import(step) : this.#turn(step.which);
  }

  /** What stands by the slow model. */
  expected(): Stands {
    return standsAfter(this.#made.filter(({ stands }) => stands));
  }

  /** What stands in the program, or stood as known at a revision. */
  async held(revision?: number): Promise<Stands> {
    const { ground } = this.#desk;
    const found = Object.fromEntries(Object.keys(HELD).map((kind) => [kind, [] as string[]]));
    const numbers = new Map(this.#made.map(({ importId, number }) => [importId, number]));
    const work = async (tx: { rows: (sql: string, values: unknown[]) => Promise<unknown[][]> }) => {
      for (const [kind, columns] of await tx.rows(HELD_SQL, [this.#authority])) {
        const parts = (columns as unknown[]).map((part) => numbers.get(String(part)) ?? part);
        found[String(kind)]?.push(recordText(parts));
      }
    };
    await ground.read<RecordsTables, void>(
      this.#authority,
      revision === undefined ? work : knownAt(revision, work),
    );
    for (const records of Object.values(found)) records.sort();
    return found;
  }

  async #import(files: Import): Promise<boolean> {
    const sources = files.files.map((file) => fileOf(pathOf(file), textOf(file)));
    const { ground, board } = this.#desk;
    const acting = {
      authority: this.#authority,
      actor: 'Data officer',
      reason: 'the week’s files',
    };
    const desk = { ground, board, now, today };
    const orders = { extent: files.extent };
    const id = await registerImport(desk, acting, 'command line', 'running', orders);
    const reader = new ReaderOfDamaged({ report: console.error });
    const outcome = await importSources(desk, acting, id, sources, { ...orders, reader });
    if (outcome.files.every(({ problem }) => problem !== undefined)) return false;
    const { importId } = outcome;
    this.#made.push({ number: this.#made.length + 1, made: files, importId, stands: true });
    return true;
  }

  async #link(link: Link): Promise<boolean> {
    const { childId, follows } = link;
    const { ground, board } = this.#desk;
    const desk = { ground, board, now, today };
    const acting = {
      authority: this.#authority,
      actor: 'Data officer',
      reason: 'the social worker says so',
    };
    const orders = { links: { childId, follows, kind: 'merged', pseudonym: childId } } as const;
    const unwatched = { signal: new AbortController().signal, progress: () => undefined };
    let importId = '';
    const done = await doneUnless(refusals(link, this.#made), async () => {
      // As the page does, before the import is asked for.
      await ground.read<RecordsTables, void>(this.#authority, async (tx) =>
        checkLink(childId, follows, await linkFacts(tx, [childId, follows])),
      );
      importId = await registerImport(desk, acting, 'page', 'running', orders);
      await linkImport(desk, acting, importId, unwatched);
    });
    if (!done) return false;
    this.#made.push({ number: this.#made.length + 1, made: link, importId, stands: true });
    return true;
  }

  async #turn(which: number): Promise<boolean> {
    const turned = this.#made[which % Math.max(1, this.#made.length)];
    if (turned === undefined) return false;
    const { made, importId, stands } = turned;
    const kind: TurnKind = stands ? 'taken back' : 'put back';
    const acting = {
      authority: this.#authority,
      actor: 'Data officer',
      reason: 'it was the wrong extract',
    };
    const desk = { ...this.#desk, today: today(), now, onProgress: () => undefined };
    const reasons = made.what === 'link' && !stands ? refusals(made, this.#made) : [];
    const done = await doneUnless(reasons, () => takeBack(desk, acting, importId, kind));
    if (done) turned.stands = !stands;
    return done;
  }
}
