import type { RecognisedFile } from '../files/recognised-file.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import type { PlannedFile } from './planned-file.ts';

/** As what a file of an import was read, as its row in the journal keeps it. */
export interface FilePlan {
  readonly recognised: RecognisedFile;
  readonly mapping?: SavedMapping;
}

/** As what the file was read, for making the import again; null where nobody could tell what it is. */
export function planOf({ recognised, mapping }: PlannedFile): string | null {
  return recognised === undefined ? null : JSON.stringify({ recognised, mapping });
}
