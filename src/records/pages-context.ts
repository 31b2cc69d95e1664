import type { PagePart } from '../platform/wing/page-part.tsx';
import type { ImportDesk } from './intake/imports/import-sources.ts';
import type { ReportMemory } from './reports/report-memory.ts';
import type { RecordsSettings } from './settings.ts';

/** What the pages of records need beside the request itself. */
export interface PagesContext {
  readonly desk: ImportDesk;
  /** Queues the import of an upload that has arrived. */
  readonly submitImport: (authority: string, importId: string) => Promise<void>;
  readonly settings: RecordsSettings;
  /** Weeks' reports that were worked out, for pages and API alike. */
  readonly memory: ReportMemory;
  /** What other wings add to a child’s page. */
  readonly partsOfChild?: readonly PagePart[];
}
