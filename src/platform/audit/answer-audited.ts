import type { PlatformTables } from '../database/platform-tables.ts';
import type { AuditEvent } from '../http/audit-event.ts';
import type { Reply } from '../http/reply.ts';
import type { PageRequest, Route } from '../http/route.ts';

/** Stands in the trail as the reason for what nobody was asked a reason for. */
export const NO_REASON_ASKED = 'no reason asked';

/** Whether the answer holds what was asked for: not a page that says it is unknown or not there yet, or a way elsewhere. */
function shows(answer: Reply): boolean {
  if (answer.kind === 'redirect' || answer.kind === 'provider') return false;
  if (answer.kind === 'page' && answer.showsRecords === false) return false;
  return answer.kind === 'download' || (answer.status ?? 200) < 400;
}

/** Writes to the audit trail what an answer shows, with how many rows where that is known. */
export async function writeShown(
  { acting, wholeGround: ground }: Pick<PageRequest, 'acting' | 'wholeGround'>,
  event: AuditEvent,
  rows: number | undefined,
): Promise<void> {
  const reason = event.reason ?? NO_REASON_ASKED;
  const after = rows === undefined ? null : { rows };
  await ground.transaction<PlatformTables, number>(acting(reason), (tx) =>
    tx.insertMany(
      'audit_entry',
      ['action', 'table_name', 'row_key', 'after'],
      [[event.action, event.thing, event.key, after]],
    ),
  );
}

/**
 * Has a route answer, and writes to the audit trail what the answer shows before anyone gets it. When
 * the trail cannot be written there is no answer: what is thrown here is answered as any failure.
 */
export async function answerAudited(route: Route, request: PageRequest): Promise<Reply> {
  const answer = await route.handle(request);
  if (typeof route.audit === 'function' && shows(answer)) {
    const rows = answer.kind === 'download' ? answer.rows : undefined;
    const event = route.audit(request);
    const key = { ...event.key, ...('shown' in answer ? answer.shown : {}) };
    await writeShown(request, { ...event, key }, rows);
  }
  return answer;
}
