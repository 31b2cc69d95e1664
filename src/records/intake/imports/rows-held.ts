import { WellplacedError } from '../../../core/errors.ts';
import { isReturnModule, PLACE_KINDS, type RowKind } from '../files/file-kind.ts';

const STREAMED: ReadonlySet<RowKind> = new Set(PLACE_KINDS);

/**
 * Counts the accepted rows of an import that are held in memory together: of a module of the return
 * those of all files, which become one history; of a ledger those of one file, whose lines are told
 * from one another. Directories are stored as they are read.
 */
export class RowsHeld {
  readonly #most: number;
  readonly #held = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts rows of a file. Throws a WellplacedError when they are more than may be held. */
  add(kind: RowKind, rows: number, file: { readonly number: number; readonly path: string }): void {
    if (STREAMED.has(kind)) return;
    const scope = isReturnModule(kind) ? kind : `${kind} ${file.number}`;
    const held = (this.#held.get(scope) ?? 0) + rows;
    this.#held.set(scope, held);
    if (held <= this.#most) return;
    const most = this.#most.toLocaleString('en-GB');
    throw new WellplacedError(
      'too-many-rows',
      `${file.path} is refused because with it the import has more than ${most} rows of ${kind}, more than a council has.`,
      'Check that it holds the records of one council. Import fewer years or a part of the file at a time, or have whoever runs the service raise WELLPLACED_MOST_ROWS.',
    );
  }
}
