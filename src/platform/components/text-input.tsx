import type { VNode } from 'preact';
import { type FieldProps, labelledParams } from './field.ts';
import { libraryComponent } from './library-component.tsx';

/** How a line of text is shown and typed. */
export interface LineParams {
  /** How wide, in characters, for what is short. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly inputmode?: 'numeric' | 'decimal' | 'search';
  /** `off` where a browser must not remember it, such as who a child is. */
  readonly autocomplete?: 'off';
}

/** One line of text. */
export function TextInput(props: FieldProps & LineParams & { readonly value?: string }): VNode {
  return libraryComponent('input', {
    ...labelledParams(props),
    value: props.value,
    inputmode: props.inputmode,
    autocomplete: props.autocomplete,
    ...(props.width === undefined ? {} : { classes: `govuk-input--width-${props.width}` }),
    ...(props.prefix === undefined ? {} : { prefix: { text: props.prefix } }),
    ...(props.suffix === undefined ? {} : { suffix: { text: props.suffix } }),
  });
}
