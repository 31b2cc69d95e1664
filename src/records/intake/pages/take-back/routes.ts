import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { type Sent, takeForm } from '../../../../platform/forms/take-form.ts';
import { viewOf } from '../../../../platform/http/audit-event.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { page, type Reply, redirect } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { holdWhileRestricted } from '../../../links/hold-restricted.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { revisionsMade, type Turn } from '../../../revisions/revision.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { admitOnce, askedForAlready } from '../../asked-for.ts';
import { registerImport } from '../../imports/import-register.ts';
import { loadImport } from '../../load-import.ts';
import { standingImports } from '../../taking-back/replay-plan.ts';
import { saidOtherwiseSince } from '../../taking-back/said-otherwise-since.ts';
import { TURN_FORMS } from './form.ts';
import { type TurnPage, TurnView, turnTitle } from './view.tsx';

type Transaction = CouncilTransaction<RecordsTables>;

const NOT_TO_BE_TURNED = {
  'taken back': 'There is no import of this address that could be taken back.',
  'put back': 'There is no import of this address that was taken back.',
} as const;

/** The import, when it stands and may be taken back, or was taken back and may be put back. */
function load({ params, read }: PageRequest, kind: Turn): Promise<TurnPage | undefined> {
  const importId = params.importId ?? '';
  return read<RecordsTables, TurnPage | undefined>(async (tx) => {
    const one = await loadImport(tx, importId);
    const turnable = one?.hasRevision === true && one.takenBack === (kind === 'put back');
    if (one === undefined || !turnable) return undefined;
    const history = await revisionsMade(tx);
    const made = history.findIndex((each) => each.importId === importId);
    const later = standingImports(history).filter(
      (each) => history.findIndex(({ importId: other }) => other === each) > made,
    );
    const since = await saidOtherwiseSince(tx, importId);
    return { one, kind, later: later.length, since };
  });
}

async function show(request: PageRequest, kind: Turn, sent?: Sent): Promise<Reply> {
  const loaded = await load(request, kind);
  if (loaded === undefined) return notFoundPage(NOT_TO_BE_TURNED[kind]);
  const { importId } = loaded.one;
  return page({
    title: turnTitle(loaded),
    section: 'Records',
    breadcrumbs: [
      { text: 'Imports', href: paths.imports },
      { text: 'Import', href: paths.import(importId) },
    ],
    ...(loaded.one.links === null ? { showsRecords: false as const } : {}),
    content: TurnView({ ...loaded, sent }),
  });
}

function take(
  request: PageRequest,
  { desk, submitImport }: PagesContext,
  kind: Turn,
): Promise<Reply> {
  // What is asked for is the same whether the import stands for a link or not.
  return takeForm(request, TURN_FORMS[kind], {
    again: (sent) => show(request, kind, sent),
    async work({ reason }) {
      const loaded = await load(request, kind);
      if (loaded === undefined) return notFoundPage(NOT_TO_BE_TURNED[kind]);
      const { importId } = loaded.one;
      await request.whole.read<RecordsTables, void>((tx) => holdWhileRestricted(tx, importId));
      const turns = { importId, kind };
      const already = await request.read((tx: Transaction) => askedForAlready(tx, { turns }));
      if (already !== undefined) return redirect(paths.import(already));
      const acting = request.acting(reason);
      const next = await registerImport(desk, acting, 'page', 'queued', { turns }, (tx) =>
        admitOnce(tx, { turns }),
      );
      await submitImport(request.council.code, next);
      return redirect(paths.import(next));
    },
  });
}

/** Taking an import out of what stands, and putting it back. */
export function takeBackRoutes(context: PagesContext): readonly Route[] {
  const permission = 'import records';
  const turns = [
    ['/imports/:importId/take-back', 'taken back'],
    ['/imports/:importId/put-back', 'put back'],
  ] as const;
  return turns.flatMap(([path, kind]): readonly Route[] => [
    {
      method: 'GET',
      path,
      permission,
      audit: viewOf('import'),
      handle: (request) => show(request, kind),
    },
    { method: 'POST', path, permission, handle: (request) => take(request, context, kind) },
  ]);
}
