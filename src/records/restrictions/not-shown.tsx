import type { VNode } from 'preact';
import type { TabularColumn, TabularRow } from '../../platform/downloads/tabular-data.ts';
import { RESTRICTED_LEFT_OUT } from '../reports/weekly-report/report.ts';

/** What a list says under its count to a reader from whom some child is hidden, whatever the list is narrowed to; nothing to anybody else. */
export function NotShown({ some }: { readonly some: boolean }): VNode | null {
  return some ? <p class="govuk-body">{RESTRICTED_LEFT_OUT}.</p> : null;
}

/** The same as the last row of a file. */
export function notShownRow(some: boolean, columns: readonly TabularColumn[]): TabularRow[] {
  const first = columns.find(({ type }) => type === 'text');
  return some && first !== undefined ? [{ [first.key]: RESTRICTED_LEFT_OUT }] : [];
}
