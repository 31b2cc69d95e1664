import type { Audit } from '../http/audit-event.ts';

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
