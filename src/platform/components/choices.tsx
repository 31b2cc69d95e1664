import type { VNode } from 'preact';
import { type FieldProps, labelledParams, legendParams } from './field.ts';
import { libraryComponent } from './library-component.tsx';

/** One of the answers that a field offers. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

type ChoiceProps = FieldProps & { readonly choices: readonly Choice[] };

function items(choices: readonly Choice[]): object[] {
  return choices.map(({ hint, ...choice }) => ({
    ...choice,
    ...(hint === undefined ? {} : { hint: { text: hint } }),
  }));
}

/** One answer from a list that drops down. */
export function Select(props: ChoiceProps & { readonly value?: string }): VNode {
  return libraryComponent('select', {
    ...labelledParams(props),
    items: props.choices,
    value: props.value,
  });
}

/** One answer, all of them in sight. */
export function Radios(
  props: ChoiceProps & { readonly value?: string; readonly small?: boolean },
): VNode {
  return libraryComponent('radios', {
    ...legendParams(props),
    items: items(props.choices),
    value: props.value,
    ...(props.small ? { classes: 'govuk-radios--small' } : {}),
  });
}

/** Any number of answers. */
export function Checkboxes(
  props: ChoiceProps & { readonly values?: readonly string[]; readonly small?: boolean },
): VNode {
  return libraryComponent('checkboxes', {
    ...legendParams(props),
    items: items(props.choices),
    values: props.values ?? [],
    ...(props.small ? { classes: 'govuk-checkboxes--small' } : {}),
  });
}
