import type { ComponentChildren, VNode } from 'preact';
import { Button } from './button.tsx';

/** A filter that is on, with the address of the same list without it. */
export interface SelectedFilter {
  readonly text: string;
  readonly without: string;
}

/** A form of fields that narrow the list under it; it works by its address alone, without scripts. */
export function Filter(props: {
  /** `Filter children`: names the form. */
  readonly label: string;
  /** The page itself. */
  readonly path: string;
  /** The list without filters; the page itself unless said otherwise. */
  readonly cleared?: string;
  /** Fields of the query that the form keeps as they stand, such as the sorting. */
  readonly kept?: Readonly<Record<string, string>>;
  readonly selected?: readonly SelectedFilter[];
  /** The form's fields. */
  readonly children: ComponentChildren;
}): VNode {
  const selected = props.selected ?? [];
  return (
    <form class="wellplaced-filter" method="get" action={props.path} aria-label={props.label}>
      {Object.entries(props.kept ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="wellplaced-filter__fields">{props.children}</div>
      <div class="wellplaced-filter__actions">
        <Button text="Apply filters" />
        <a class="govuk-link govuk-link--no-visited-state" href={props.cleared ?? props.path}>
          Clear filters
        </a>
      </div>
      {selected.length > 0 && (
        <ul class="moj-filter-tags">
          {selected.map((filter) => (
            <li key={filter.text}>
              <a class="moj-filter__tag" href={filter.without}>
                <span class="govuk-visually-hidden">Remove this filter </span>
                {filter.text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
