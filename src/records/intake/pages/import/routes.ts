import { WellplacedError } from '../../../../core/errors.ts';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { exportOf, viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { json, page, type Reply, redirect } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { mayDo } from '../../../permissions.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { countAhead, loadImport, loadProgress } from '../../load-import.ts';
import { loadOutcome, type Outcome } from '../../load-outcome.ts';
import { cancelImport } from '../../uploads/cancel-import.ts';
import { discardUpload, heldFiles } from '../../uploads/held-upload.ts';
import { importAgain } from '../../uploads/import-again.ts';
import { sendRejections } from './download.ts';
import { OutcomeView, outcomeTitle } from './outcome.tsx';
import { findStanding, isOver, type Standing, standingOf, unlessRunningHere } from './progress.ts';
import { REFRESH_SECONDS, RunningView, runningTitle } from './running.tsx';
import { againForm, importQuery } from './schema.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const NO_IMPORT = 'There is no import of this address in your council.';
const PLACE = {
  section: 'Records',
  breadcrumbs: [{ text: 'Imports', href: paths.imports }],
} as const;

function mayImport({ person }: PageRequest): boolean {
  return mayDo(person.roles, 'import records');
}

function runningPage(request: PageRequest, standing: Standing, files: readonly string[]): Reply {
  const { params, query } = request;
  const importId = params.importId ?? '';
  const refreshing = query.get('refresh') !== 'off';
  return page({
    ...PLACE,
    title: runningTitle(standing),
    showsRecords: false,
    refreshSeconds: refreshing ? REFRESH_SECONDS : undefined,
    content: RunningView({ importId, standing, files, refreshing, mayImport: mayImport(request) }),
  });
}

interface Waiting {
  readonly standing: Standing;
  readonly files: readonly string[];
}

async function showImport(request: PageRequest, context: PagesContext): Promise<Reply> {
  const { council, params, query } = request;
  const importId = params.importId ?? '';
  const check = checkForm(importQuery, fieldsOf(query));
  const { file, page: asked = 1 } = check.ok ? check.values : {};
  const found = await unlessRunningHere(context, council.code, importId, () =>
    request.read<RecordsTables, Outcome | Waiting | undefined>(async (tx) => {
      const one = await loadImport(tx, importId);
      if (one === undefined) return undefined;
      if (isOver(one.status)) return loadOutcome(tx, one, { file, page: asked }, query);
      const held = await heldFiles(tx, importId);
      const progress = await loadProgress(tx, importId);
      const standing = standingOf(one, progress, await countAhead(tx, one));
      return { standing, files: held.map(({ path }) => path) };
    }),
  );
  if (found === undefined) return notFoundPage(NO_IMPORT);
  if ('state' in found) return runningPage(request, found, []);
  if ('standing' in found) return runningPage(request, found.standing, found.files);
  return page({
    ...PLACE,
    title: outcomeTitle(found),
    content: OutcomeView({ ...found, mayImport: mayImport(request) }),
  });
}

async function sendProgress(request: PageRequest, context: PagesContext): Promise<Reply> {
  const standing = await findStanding(context, request, request.params.importId ?? '');
  return standing === undefined ? json({ problem: NO_IMPORT }, 404) : json(standing);
}

async function cancel(request: PageRequest): Promise<Reply> {
  const importId = request.params.importId ?? '';
  const cancelled = await request.change('import cancelled', (tx: Transaction, by) =>
    cancelImport(tx, by, importId),
  );
  if (!cancelled) {
    throw new WellplacedError(
      'import-not-waiting',
      'The import no longer waits, so it cannot be cancelled.',
      'See what became of it in the list of imports.',
    );
  }
  return redirect(paths.import(importId));
}

/** Lets the files go that are held of an import that is over: they count against what may be uploaded. */
async function letGo(request: PageRequest): Promise<Reply> {
  const importId = request.params.importId ?? '';
  const over = await request.change('held files deleted', async (tx: Transaction) => {
    const one = await loadImport(tx, importId);
    if (one === undefined || !isOver(one.status)) return false;
    await discardUpload(tx, importId);
    return true;
  });
  if (!over) return notFoundPage(NO_IMPORT);
  return redirect(paths.import(importId));
}

async function again(request: PageRequest, context: PagesContext): Promise<Reply> {
  const { body, council, params } = request;
  const importId = params.importId ?? '';
  const one = await request.read((tx: Transaction) => loadImport(tx, importId));
  if (one === undefined || !isOver(one.status)) return notFoundPage(NO_IMPORT);
  const repeated = one.reason.endsWith(', again') ? one.reason : `${one.reason}, again`;
  const check = checkForm(againForm, body);
  const { extent = one.extent ?? undefined, accept } = check.ok ? check.values : {};
  const orders = { extent, acceptsLargeChange: accept === 'large-change' };
  const next = await importAgain(context.desk, request.acting(repeated), importId, orders);
  await context.submitImport(council.code, next);
  return redirect(paths.import(next));
}

/** An import's page, its progress, its rejected rows as files, cancelling it, importing its files again and deleting those held. */
export function importRoutes(context: PagesContext): readonly Route[] {
  const seeing = 'see imports';
  const permission = 'import records';
  return [
    {
      method: 'GET',
      path: '/imports/:importId',
      permission: seeing,
      audit: viewOf('import'),
      handle: (request) => showImport(request, context),
    },
    {
      method: 'GET',
      path: '/imports/:importId/progress',
      permission: seeing,
      audit: 'shows no child',
      handle: (request) => sendProgress(request, context),
    },
    {
      method: 'GET',
      path: '/imports/:importId/files/:fileNumber/rejections.csv',
      permission: seeing,
      audit: exportOf('rejected rows'),
      handle: sendRejections,
    },
    { method: 'POST', path: '/imports/:importId/cancel', permission, handle: cancel },
    { method: 'POST', path: '/imports/:importId/let-go', permission, handle: letGo },
    {
      method: 'POST',
      path: '/imports/:importId/again',
      permission,
      handle: (request) => again(request, context),
    },
  ];
}
