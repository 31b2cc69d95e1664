import type { Audit } from '../http/audit-event.ts';
import type { CaseOf } from './case.ts';

/** The child whom the case is about, for the trail: who may not see the child sees no view of the case there. */
export function shownOf({ childId }: Pick<CaseOf, 'childId'>): Record<string, string> {
  return childId === null ? {} : { child_id: childId };
}

/** Says to the trail which case is shown, in the words by which the case's timeline finds it. */
export function viewOfCase(kind: string, parameter: string): Audit {
  return ({ params }) => ({
    action: 'view',
    thing: kind,
    key: { case_kind: kind, case_key: params[parameter] ?? '' },
  });
}

/** The same of a file that is taken from a case. */
export function exportOfAttachment(kind: string, parameter: string): Audit {
  return ({ params }) => ({
    action: 'export',
    thing: 'case_attachment',
    key: {
      case_kind: kind,
      case_key: params[parameter] ?? '',
      attachment_id: params.attachmentId ?? '',
    },
  });
}
