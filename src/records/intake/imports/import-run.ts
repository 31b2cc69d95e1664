import type { PlainDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { LinksInForce } from '../../links/links-in-force.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { FileReader } from '../reading/reader.ts';
import type { Extent } from './extent.ts';
import type { ImportTally } from './import-tally.ts';
import type { PlannedFile } from './planned-file.ts';
import type { LatestDates } from './read-files.ts';
import type { RowsHeld } from './rows-held.ts';

/** What one attempt at an import has to hand, inside its transaction. */
export interface ImportRun {
  readonly tx: CouncilTransaction<RecordsTables>;
  readonly importId: string;
  readonly reader: FileReader;
  /** The files that are read, in the order of their return years and paths. */
  readonly files: readonly PlannedFile[];
  /** Files of the same import that are not taken, with what they were recognised as. */
  readonly refused: readonly PlannedFile[];
  readonly tally: ImportTally;
  readonly latest: LatestDates;
  readonly held: RowsHeld;
  /** Which identifiers follow others. */
  readonly links: LinksInForce;
  /** For what the files stand, where whoever imports says so. */
  readonly extent: Extent | undefined;
  readonly today: PlainDate;
  readonly onProgress: (stage: string, done: number, total: number) => void;
}
