import type { VNode } from 'preact';
import { type FieldProps, legendParams } from './field.ts';
import { libraryComponent } from './library-component.tsx';

/** The three boxes of a day, as typed. Their fields are the name with `-day`, `-month` and `-year` after it. */
export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** A day in three boxes. The error summary links to the first: `name-day`. */
export function DateInput(props: FieldProps & { readonly value?: TypedDay }): VNode {
  const mistaken = props.problem === undefined ? '' : ' govuk-input--error';
  const box = (part: keyof TypedDay, width: number) => ({
    name: part,
    value: props.value?.[part],
    classes: `govuk-input--width-${width}${mistaken}`,
  });
  return libraryComponent('date-input', {
    ...legendParams(props),
    namePrefix: props.name,
    items: [box('day', 2), box('month', 2), box('year', 4)],
  });
}
