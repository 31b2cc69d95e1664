import type { VNode } from 'preact';
import { type Pence, poundsAndPence, wholePounds } from '../../core/money.ts';
import { dateInWords, type PlainDate } from '../../core/plain-date.ts';

/** An amount in pounds and pence, or in whole pounds; figures of equal width. */
export function Money(props: { readonly amount: Pence; readonly whole?: boolean }): VNode {
  const text = props.whole ? wholePounds(props.amount) : poundsAndPence(props.amount);
  return <span class="wellplaced-money">{text}</span>;
}

/** A day as `31 March 2021`. */
export function DateInWords(props: { readonly date: PlainDate }): VNode {
  return <time dateTime={props.date}>{dateInWords(props.date)}</time>;
}

/** Stands for a number that is withheld because it is small, or because it would give a small one away. */
export function SuppressedFigure(): VNode {
  return (
    <span class="wellplaced-suppressed">
      <span aria-hidden="true">[c]</span>
      <span class="govuk-visually-hidden">confidential: a small number, not shown</span>
    </span>
  );
}

/** A figure that leads to the rows behind it and to what it means. */
export function FigureLink(props: {
  /** The figure as shown. */
  readonly value: string;
  /** What it counts, for those who hear the link alone. */
  readonly of: string;
  readonly rows?: string;
  readonly definition?: string;
}): VNode {
  const heard = <span class="govuk-visually-hidden"> {props.of}</span>;
  return (
    <span class="wellplaced-figure">
      {props.rows === undefined ? (
        props.value
      ) : (
        <a class="govuk-link govuk-link--no-visited-state" href={props.rows}>
          {props.value}
          {heard}
        </a>
      )}
      {props.definition !== undefined && (
        <a
          class="govuk-link govuk-link--no-visited-state wellplaced-figure__definition"
          href={props.definition}
        >
          definition
          <span class="govuk-visually-hidden"> of {props.of}</span>
        </a>
      )}
    </span>
  );
}
