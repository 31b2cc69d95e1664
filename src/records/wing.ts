import { join } from 'node:path';
import { migrationsIn } from '../platform/database/migration-files.ts';
import type { WorkingHouse } from '../platform/wing/house.ts';
import { type Job, type Neighbours, type OpenWing, wing } from '../platform/wing/wing.ts';
import { recordsApi } from './api/routes.ts';
import { RECORD_NAMES } from './audit-names.ts';
import { CHILD_PAGE } from './children/child-page.ts';
import { loadDemonstration } from './demonstration/load-demonstration.ts';
import { fillWeekOfPeople } from './demonstration/week-of-people.ts';
import { FINDING_WORKFLOW } from './findings/finding-workflow.ts';
import { RECORDS_HOLDINGS } from './holdings/records-holdings.ts';
import { recordsAtHome } from './home/at-home.tsx';
import { ProgressBoard } from './intake/imports/import-progress.ts';
import { stuckImports } from './intake/imports/stuck-imports.ts';
import { READING_LIMITS } from './intake/reading/limits.ts';
import { markDead } from './intake/uploads/begin-try.ts';
import { OLD_UPLOADS } from './intake/uploads/old-uploads-job.ts';
import { SILENCE_MILLISECONDS, unfinishedUploads } from './intake/uploads/unfinished-imports.ts';
import { runUploadedImport } from './intake/uploads/uploaded-import.ts';
import { NAVIGATION } from './navigation.ts';
import { RECORDS_PERMISSIONS, type RecordsTable } from './permissions.ts';
import { PROVIDER_SECTION } from './providers/definitions.ts';
import { RECONCILIATION_SECTION } from './reconciliation/definitions.ts';
import { DEFINITION_SECTIONS } from './reports/definition-sections.ts';
import { ReportMemory } from './reports/report-memory.ts';
import { UNCONFIRMED_FACTS } from './reports/unconfirmed-codes.ts';
import { hiddenFrom } from './restrictions/hidden-from.ts';
import { seenBy } from './restrictions/seen-by.ts';
import { recordsRoutes } from './routes.ts';
import { RECORDS_SETTINGS, recordsSettings } from './settings.ts';
import { RECORDS_WAITING } from './waiting/records-waiting.ts';

const IMPORTS = 'imports';

interface ImportJob {
  readonly authority: string;
  readonly importId: string;
}

function open(house: WorkingHouse, { partsOf }: Neighbours): OpenWing<RecordsTable> {
  const { configuration, ground, now, program, report, today } = house;
  const { mostRows, dataFolder } = configuration;
  const settings = recordsSettings(configuration);
  const board = new ProgressBoard(ground, now);
  const readingLimits = { ...READING_LIMITS, rows: mostRows };
  const desk = { ground, today, now, program, report, readingLimits, board };
  const workFolder = join(dataFolder, 'work');
  const submitImport = (authority: string, importId: string) => {
    const job: ImportJob = { authority, importId };
    return house.send(IMPORTS, job, importId);
  };
  const imports: Job = {
    queue: IMPORTS,
    work: ({ authority, importId }: ImportJob, job) =>
      runUploadedImport(desk, authority, importId, workFolder, job),
    onDeath: ({ authority, importId }: ImportJob) => markDead(ground, authority, importId),
  };
  const memory = new ReportMemory();
  const partsOfChild = partsOf(CHILD_PAGE);
  return {
    routes: recordsRoutes({ desk, submitImport, settings, memory, partsOfChild }),
    api: recordsApi(settings, memory),
    jobs: [imports],
    // An upload's row in the register is what counts: a job is only sent once that row is committed,
    // and one that was never sent is found by its row.
    async lookAround(authority, when) {
      // Nobody but this process can have the embedded database open.
      const alone = when === 'at the start' && ground.kind === 'embedded';
      const silence = alone ? 0 : SILENCE_MILLISECONDS;
      for (const importId of await unfinishedUploads(ground, authority, now(), silence)) {
        await submitImport(authority, importId);
      }
    },
    atHome: (request) => recordsAtHome(request, memory, settings.smallNumber),
  };
}

/** What is known: children, their care, what it costs, and where it was said. */
export const RECORDS = wing({
  name: 'records',
  permissions: RECORDS_PERMISSIONS,
  migrations: migrationsIn(new URL('./migrations/', import.meta.url)),
  navigation: NAVIGATION,
  names: RECORD_NAMES,
  queues: [IMPORTS],
  definitions: {
    sections: [...DEFINITION_SECTIONS, RECONCILIATION_SECTION, PROVIDER_SECTION],
    unconfirmed: UNCONFIRMED_FACTS,
  },
  settings: RECORDS_SETTINGS,
  schedule: [OLD_UPLOADS],
  waiting: RECORDS_WAITING,
  workflows: [FINDING_WORKFLOW],
  holdings: RECORDS_HOLDINGS,
  narrowed: seenBy,
  hiddenFrom,
  demonstration: { found: loadDemonstration, fill: fillWeekOfPeople },
  checks: async (house, authority) => [await stuckImports(house, authority)],
  open,
});
