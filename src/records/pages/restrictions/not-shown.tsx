import type { VNode } from 'preact';

const COUNT = new Intl.NumberFormat('en-GB');

/** Why a list has fewer rows than the figure it stands behind: `2 rows about restricted children are not shown`. */
export function notShownInWords(count: number, one = 'row', many = 'rows'): string {
  return count === 1
    ? `1 ${one} about a restricted child is not shown`
    : `${COUNT.format(count)} ${many} about restricted children are not shown`;
}

/** The same as a line under a list’s count; nothing when every row is shown. */
export function NotShown(props: {
  readonly count: number;
  readonly one?: string;
  readonly many?: string;
}): VNode | null {
  if (props.count === 0) return null;
  return <p class="govuk-body">{notShownInWords(props.count, props.one, props.many)}.</p>;
}
