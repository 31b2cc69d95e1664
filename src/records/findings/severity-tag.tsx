import type { VNode } from 'preact';
import { Tag } from '../../platform/components/messages.tsx';
import type { Severity } from '../model.ts';

/** The severities in words, with their colours. */
export const SEVERITY_TAGS = {
  error: { text: 'Error', colour: 'red' },
  warning: { text: 'Warning', colour: 'yellow' },
  information: { text: 'Information', colour: 'grey' },
} as const satisfies Record<Severity, object>;

/** How grave a finding is. */
export function SeverityTag({ severity }: { readonly severity: Severity }): VNode {
  return <Tag {...SEVERITY_TAGS[severity]} />;
}
