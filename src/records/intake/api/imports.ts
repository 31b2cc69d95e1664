import { z } from 'zod';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { listOf, PAGING, pageAnswer } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import { searchParameter } from '../../api/fields.ts';
import { SEVERITIES } from '../../model.ts';
import { apiRoute } from '../../permissions.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { IMPORT_STATUSES } from '../import-in-words.ts';
import { loadImports } from '../list-imports.ts';
import { loadImport } from '../load-import.ts';
import {
  type ImportedFile,
  loadConsequences,
  loadFiles,
  loadRuleCounts,
} from '../outcome-parts.ts';

const REGISTERED = {
  importId: z.string(),
  requested: z.iso.datetime(),
  requestedBy: z.string(),
  reason: z.string(),
  status: z.enum(IMPORT_STATUSES),
} as const;

/** The imports, as the page lists them, the latest first. */
export const importsRoute = apiRoute({
  method: 'GET',
  path: '/imports',
  permission: 'see imports',
  audit: exportOf('list of imports'),
  name: 'listImports',
  summary: 'Imports',
  about: 'The imports of files and what they came to, the latest first.',
  query: z.object({
    search: searchParameter('A part of a file’s name.'),
    status: z.enum(IMPORT_STATUSES).optional().meta({ description: 'Only those that stand so.' }),
    ...PAGING,
  }),
  answer: listOf(
    z.object({
      ...REGISTERED,
      files: z.int(),
      refused: z.int(),
      kinds: z.array(z.string()),
      accepted: z.int(),
      rejected: z.int(),
      findings: z.int(),
    }),
  ),
  async handle(request, { page, pageSize, ...filter }) {
    const list = await request.read((tx: CouncilTransaction<RecordsTables>) =>
      loadImports(tx, filter, { page, pageSize }),
    );
    const rows = list.rows.map(({ requestedAt, kinds, ...one }) => ({
      ...one,
      requested: requestedAt.toISOString(),
      kinds: [...kinds],
    }));
    return pageAnswer(request, { page, pageSize }, { rows, total: list.total });
  },
});

const file = z.object({
  path: z.string(),
  kind: z.string(),
  returnYear: z.int().nullable(),
  sha256: z.string().nullable(),
  rows: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  superseded: z.int(),
  repaired: z.int(),
  added: z.int(),
  changed: z.int(),
  withdrawn: z.int(),
  problem: z.string().nullable(),
});

const one = z.object({
  ...REGISTERED,
  origin: z.string(),
  finished: z.iso.datetime().nullable(),
  problem: z.string().nullable(),
  files: z.array(file),
  findings: z.array(z.object({ severity: z.enum(SEVERITIES), rule: z.string(), count: z.int() })),
  settled: z.int().meta({ description: 'Findings of earlier imports that it settled.' }),
  repairs: z.int(),
});

/** One import with its files. */
export const importRoute = apiRoute({
  method: 'GET',
  path: '/imports/:importId',
  permission: 'see imports',
  audit: exportOf('import'),
  name: 'readImport',
  summary: 'One import',
  about:
    'An import with what became of each of its files, and the findings it was the first to make, counted.',
  params: { importId: 'The import’s identifier, as the list of imports has it.' },
  query: z.object({}),
  answer: one,
  handle({ council, ground, params }) {
    const importId = params.importId ?? '';
    type Answer = z.input<typeof one> | undefined;
    return ground.read<RecordsTables, Answer>(council.code, async (tx) => {
      const found = await loadImport(tx, importId);
      if (found === undefined) return undefined;
      const { requestedAt, finishedAt, ...registered } = found;
      const files: ImportedFile[] = await loadFiles(tx, importId);
      return {
        ...registered,
        requested: requestedAt.toISOString(),
        finished: finishedAt?.toISOString() ?? null,
        files,
        findings: await loadRuleCounts(tx, importId),
        ...(await loadConsequences(tx, importId)),
      };
    });
  },
});
