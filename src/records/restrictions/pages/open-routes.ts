import { checkForm, typedValue } from '../../../platform/http/form.ts';
import { page, type Reply, redirect } from '../../../platform/http/reply.ts';
import type { FormFields, PageRequest } from '../../../platform/http/route.ts';
import { paths } from '../../paths.ts';
import type { Route } from '../../permissions.ts';
import { openRestrictedChild } from '../openings.ts';
import { isKnownChild } from '../store.ts';
import type { RestrictionTables } from '../tables.ts';
import { OPEN_TITLE, OpenView } from './open-view.tsx';
import { openForm } from './schema.ts';

const NOTHING_TO_OPEN =
  'No child with this identifier is kept from you. Check the identifier; the attempt is on the audit trail';

function formPage(typed: FormFields, problems?: Parameters<typeof OpenView>[0]['problems']): Reply {
  return page({
    title: OPEN_TITLE,
    section: 'Records',
    breadcrumbs: [{ text: 'Children', href: paths.children }],
    ...(problems === undefined ? {} : { status: 422 }),
    content: OpenView({ typed, ...(problems === undefined ? {} : { problems }) }),
  });
}

function showForm({ query }: PageRequest): Reply {
  return formPage({ child: query.get('child') ?? '' });
}

/** Somebody who tries identifiers one after another leaves each of them on the trail. */
async function noteAttempt(
  { whole }: PageRequest,
  asked: { readonly child: string; readonly reason: string },
): Promise<void> {
  await whole.change<RestrictionTables, number>(asked.reason, (tx) =>
    tx.insertMany(
      'audit_entry',
      ['action', 'table_name', 'row_key'],
      [['attempt', 'opening of a restricted child', { child_id: asked.child }]],
    ),
  );
}

async function open(request: PageRequest): Promise<Reply> {
  const { body, now, person } = request;
  const check = checkForm(openForm, body);
  if (!check.ok) return formPage(check.typed, check.problems);
  const { child, reason } = check.values;
  const seen = await request.read<RestrictionTables, boolean>((tx) => isKnownChild(tx, child));
  if (seen) return redirect(paths.child(child));
  const doing = { personId: person.personId, now };
  const opened = await request.whole.change<RestrictionTables, boolean>(reason, (tx) =>
    openRestrictedChild(tx, child, reason, doing),
  );
  if (opened) return redirect(paths.child(child));
  await noteAttempt(request, check.values);
  return formPage({ child: typedValue(body, 'child'), reason }, [
    { field: 'child', message: NOTHING_TO_OPEN },
  ]);
}

/** The door of a restricted child: an hour, for a reason, and those named are told. */
export function openRoutes(): readonly Route[] {
  const [path, permission] = [paths.openRestrictedChild, 'open a restricted child'] as const;
  return [
    { method: 'GET', path, permission, audit: 'shows no child', handle: showForm },
    { method: 'POST', path, permission, handle: open },
  ];
}
