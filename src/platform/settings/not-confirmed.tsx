import type { VNode } from 'preact';

/** Stands wherever a setting acts in a figure on a page: that nobody has confirmed its value, with the way to the setting. Nothing once it is confirmed. */
export function NotConfirmed(props: {
  /** Where the setting stands on the page of settings. */
  readonly href: string;
  readonly confirmed: boolean;
  /** What is not confirmed: `the threshold`. */
  readonly what: string;
}): VNode | null {
  const { confirmed, href, what } = props;
  if (confirmed) return null;
  return (
    <>
      {' '}
      <a class="govuk-link" href={href}>
        Not confirmed: {what}
      </a>
      .
    </>
  );
}
