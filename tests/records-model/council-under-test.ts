import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WellplacedError } from '../../src/core/errors.ts';
import { isoDate } from '../../src/core/plain-date.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { ProgressBoard } from '../../src/records/intake/imports/import-progress.ts';
import { registerImport } from '../../src/records/intake/imports/import-register.ts';
import { importSources, openReader } from '../../src/records/intake/imports/import-sources.ts';
import { FileReader, type FileReading } from '../../src/records/intake/reading/reader.ts';
import { takeBack } from '../../src/records/intake/taking-back/take-back.ts';
import { knownAt } from '../../src/records/revisions/known-at.ts';
import type { Turn as TurnKind } from '../../src/records/revisions/revision.ts';
import type { RecordsTables } from '../../src/records/storage/records-tables.ts';
import { addCouncil, fileOf } from '../support/import-files.ts';
import { DAMAGED, type Import, type Kind, pathOf, type Step, textOf } from './council-files.ts';
import { recordText, type Standing, type Stands, standsAfter } from './slow-council.ts';

const now = () => new Date();
const today = () => isoDate('2021-06-01');

const POUNDS = (pence: string) => `(${pence} / 100)::text`;

/** What the program holds of each kind, in the columns that are compared; after them the return’s year, or the import that said it. */
const HELD: { readonly [Each in Kind]: readonly [table: string, columns: readonly string[]] } = {
  placement_costs: [
    'cost_element',
    [
      ...['child_id', 'placement_start', 'element', 'funder', 'from_date', 'provider'],
      ...['cost_centre', 'subjective', POUNDS('weekly_rate'), 'to_date', 'contract', 'import_id'],
    ],
  ],
  payments: [
    'payment',
    [
      ...['payment_ref', 'child_id', 'placement_start', 'element', 'period_from'],
      ...[POUNDS('gross'), 'import_id'],
    ],
  ],
  budgets: [
    'budget',
    [
      `start_year || '-' || right((start_year + 1)::text, 2)`,
      ...['cost_centre', 'subjective', POUNDS('annual'), 'import_id'],
    ],
  ],
  postcodes: ['postcode', ['postcode', 'local_authority', 'import_id']],
  providers: ['provider', ['urn', 'name', 'import_id']],
  children_names: ['child_name', ['child_id', 'given_name', 'family_name', 'import_id']],
  header: ['child', ['child_id', 'sex', 'dob', 'return_year']],
  episodes: [
    'episode',
    [
      ...['child_id', 'decom', 'rne', 'place', 'reported_dec', 'reported_rec'],
      ...['dec', 'rec', 'return_year'],
    ],
  ],
  reviews: ['review', ['child_id', 'review', 'review_code', 'return_year']],
  oc2: ['oc2', ['child_id', 'sdq_score', 'return_year']],
};

const HELD_SQL = Object.entries(HELD)
  .map(([kind, [table, columns]]) => {
    // Of whom nothing but the identifier is known there is nothing to compare.
    const known = table === 'child' ? ' and return_year > 0' : '';
    return `select '${kind}', jsonb_build_array(${columns.join(', ')}) from ${table} where authority_id = $1${known}`;
  })
  .join(' union all ');

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
    this.#made.push({ number: this.#made.length + 1, files, importId, stands: true });
    return true;
  }

  async #turn(which: number): Promise<boolean> {
    const made = this.#made[which % Math.max(1, this.#made.length)];
    if (made === undefined) return false;
    const kind: TurnKind = made.stands ? 'taken back' : 'put back';
    const acting = {
      authority: this.#authority,
      actor: 'Data officer',
      reason: 'it was the wrong extract',
    };
    const desk = { ...this.#desk, today: today(), now, onProgress: () => undefined };
    await takeBack(desk, acting, made.importId, kind);
    made.stands = !made.stands;
    return true;
  }
}
