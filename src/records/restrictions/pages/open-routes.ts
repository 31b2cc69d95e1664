import { WellplacedError } from '../../../core/errors.ts';
import { type Sent, takeForm } from '../../../platform/forms/take-form.ts';
import { page, type Reply, redirect } from '../../../platform/http/reply.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { paths } from '../../paths.ts';
import type { Route } from '../../permissions.ts';
import { openRestrictedChild } from '../openings.ts';
import { isKnownChild } from '../store.ts';
import type { RestrictionTables } from '../tables.ts';
import { OPEN_FORM } from './forms.ts';
import { OPEN_TITLE, OpenView } from './open-view.tsx';

/** The same for a child there is not, one that is nobody’s secret and one kept from others. */
function nothingToOpen(): WellplacedError {
  return new WellplacedError(
    'nothing-to-open',
    'No child with this identifier is kept from you.',
    'Check the identifier; the attempt is on the audit trail.',
  );
}

function formPage(child: string, sent?: Sent): Reply {
  return page({
    title: OPEN_TITLE,
    section: 'Records',
    breadcrumbs: [{ text: 'Children', href: paths.children }],
    content: OpenView({ child, sent }),
  });
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

function open(request: PageRequest): Promise<Reply> {
  const { now, person } = request;
  return takeForm(request, OPEN_FORM, {
    again: (sent) => formPage('', sent),
    async work(values) {
      const { child, reason } = values;
      const seen = await request.read<RestrictionTables, boolean>((tx) => isKnownChild(tx, child));
      if (seen) return redirect(paths.child(child));
      const doing = { personId: person.personId, now };
      const opened = await request.whole.change<RestrictionTables, boolean>(reason, (tx) =>
        openRestrictedChild(tx, child, reason, doing),
      );
      if (opened) return redirect(paths.child(child));
      await noteAttempt(request, values);
      throw nothingToOpen();
    },
  });
}

/** The door of a restricted child: an hour, for a reason, and those named are told. */
export function openRoutes(): readonly Route[] {
  const [path, permission] = [paths.openRestrictedChild, 'open a restricted child'] as const;
  return [
    {
      method: 'GET',
      path,
      permission,
      audit: 'shows no child',
      handle: ({ query }) => formPage(query.get('child') ?? ''),
    },
    { method: 'POST', path, permission, handle: open },
  ];
}
