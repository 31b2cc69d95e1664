import type { VNode } from 'preact';

/** A package by its child's pseudonym, linked to the child for those who may see the child. */
export function PackageName(props: {
  readonly pseudonym: string;
  readonly child: string | undefined;
}): VNode {
  if (props.child === undefined) return <span class="wellplaced-code">{props.pseudonym}</span>;
  return (
    <a class="govuk-link govuk-link--no-visited-state wellplaced-code" href={props.child}>
      {props.pseudonym}
    </a>
  );
}
