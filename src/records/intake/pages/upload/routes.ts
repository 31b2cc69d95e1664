import { WellplacedError } from '../../../../core/errors.ts';
import {
  checkForm,
  type FieldProblem,
  fieldsOf,
  typedValue,
} from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { type PageReply, page, type Reply, redirect } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { LARGEST_FILE_BYTES } from '../../../../platform/http/uploads.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { receiveUpload } from '../../uploads/upload.ts';
import { beginUpload } from './arriving.ts';
import { exampleCsv, KNOWN_LAYOUTS } from './layouts.ts';
import { USUAL_REASON, uploadForm } from './schema.ts';
import { UPLOAD_TITLE, UploadView } from './view.tsx';

function uploadPage(
  { reason, extent }: { readonly reason: string; readonly extent?: string },
  problems?: readonly FieldProblem[],
  status: number = 422,
): PageReply {
  return page({
    title: UPLOAD_TITLE,
    section: 'Records',
    breadcrumbs: [{ text: 'Imports', href: paths.imports }],
    ...(problems === undefined ? {} : { status }),
    content: UploadView({ reason, extent, ...(problems === undefined ? {} : { problems }) }),
  });
}

/** What each refusal of an upload is answered with: nothing chosen, no room (413), too many at once (429). */
const REFUSALS: Readonly<Record<string, number>> = {
  'nothing-uploaded': 422,
  'upload-quota': 413,
  'uploads-waiting': 429,
};

/** What the person who sent the files can mend, beside the field, with the status of the answer; anything else is thrown on. */
function problemWithFiles(error: unknown): FieldProblem & { readonly status: number } {
  if (error instanceof WellplacedError) {
    const status = REFUSALS[error.code];
    if (status === undefined) throw error;
    const message = status === 422 ? error.remedy : `${error.message} ${error.remedy}`;
    return { field: 'files', message, status };
  }
  if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') {
    const most = LARGEST_FILE_BYTES / 2 ** 30;
    return { field: 'files', message: `Each file must be ${most} GB or smaller`, status: 413 };
  }
  throw error;
}

async function receive(request: PageRequest, context: PagesContext): Promise<Reply> {
  const { body, council } = request;
  const upload = await beginUpload(request.files);
  const check = checkForm(uploadForm, body);
  if (!check.ok) {
    await upload.throwAway();
    const typed = { reason: typedValue(check.typed, 'reason') };
    return uploadPage({ ...typed, extent: typedValue(check.typed, 'extent') }, check.problems);
  }
  const { reason, extent: said } = check.values;
  const extent = said === 'usual' ? undefined : said;
  const acting = request.acting(reason);
  let importId: string;
  try {
    importId = await receiveUpload(context.desk, acting, upload.files(), { extent });
  } catch (error) {
    const problem = problemWithFiles(error);
    await upload.throwAway();
    return uploadPage({ reason, extent: said }, [problem], problem.status);
  }
  await context.submitImport(council.code, importId);
  return redirect(paths.import(importId));
}

function showForm({ query }: PageRequest): Reply {
  const check = checkForm(uploadForm, fieldsOf(query));
  return uploadPage({ reason: check.ok ? check.values.reason : USUAL_REASON });
}

function sendExample({ params }: PageRequest): Reply {
  const layout = KNOWN_LAYOUTS.find(({ kind }) => `${kind}.csv` === params.file);
  if (layout === undefined) return notFoundPage('There is no layout of this name.');
  return {
    kind: 'download',
    filename: `${layout.kind}.csv`,
    contentType: 'text/csv; charset=utf-8',
    content: exampleCsv(layout),
  };
}

/** Choosing files, sending them, and empty examples of the layouts. */
export function uploadRoutes(context: PagesContext): readonly Route[] {
  const permission = 'import records';
  return [
    { method: 'GET', path: paths.newImport, permission, audit: 'shows no child', handle: showForm },
    {
      method: 'POST',
      path: paths.newImport,
      permission,
      handle: (request) => receive(request, context),
    },
    {
      method: 'GET',
      path: '/imports/new/layouts/:file',
      permission,
      audit: 'shows no child',
      handle: sendExample,
    },
  ];
}
