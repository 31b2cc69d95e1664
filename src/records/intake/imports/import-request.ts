import type { PlainDate } from '../../../core/plain-date.ts';
import type { ActingPerson } from '../../../platform/database/ground.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import type { FileReader } from '../reading/reader.ts';
import type { Extent } from './extent.ts';

/** Where an import was asked for. */
export type ImportOrigin = 'upload' | 'command line' | 'demonstration' | 'page';

/** What to import, for which council, on whose word. */
export interface ImportRequest {
  readonly authority: string;
  readonly importId: string;
  /** Their name, and who they are unless it is asked for at the command line. */
  readonly requestedBy: string;
  readonly person: ActingPerson | undefined;
  readonly reason: string;
  /** For what all of the files stand; by default each as its kind usually does. */
  readonly extent?: Extent | undefined;
  /** Whether somebody has said that the import may change much of what stands. */
  readonly acceptsLargeChange?: boolean | undefined;
  readonly sources: readonly SourceFile[];
  /** Reads the sources. */
  readonly reader: FileReader;
  readonly today: PlainDate;
  /** Tells this program from any that reads otherwise; undefined where it does not know itself. */
  readonly program?: string | undefined;
  readonly now: () => Date;
  /** Saved mappings of the council, tried on files of no known layout by their header. */
  readonly mappings: readonly SavedMapping[];
  /** Told how far the import has come; must return at once. */
  readonly onProgress: (stage: string, done: number, total: number) => void;
}
