import type { ComponentChildren, VNode } from 'preact';
import { HIDDEN, type Hidden } from '../../../core/disclosure.ts';
import { inFigures } from '../../../core/english.ts';
import { type Pence, poundsAndPence, wholePounds } from '../../../core/money.ts';
import { SuppressedFigure } from '../../../platform/components/values.tsx';
import { DEFINITIONS, type FigureName } from '../weekly-report/definitions.ts';
import type { ReportLinks } from './links.ts';

/** A count in words for the eye: `1,040`. */
export function count(value: number): string {
  return inFigures(value);
}

/** A figure, linked to its rows where there are any to see, or the mark of one withheld. */
export function Figure<Value extends number>(props: {
  readonly value: Value | Hidden | null;
  readonly shown: (value: Value) => string;
  /** What it is of, for those who hear the link alone. */
  readonly of: string;
  readonly rows?: string | undefined;
}): VNode {
  const { value, shown, of, rows } = props;
  if (value === HIDDEN) return <SuppressedFigure />;
  if (value === null) return <>–</>;
  if (rows === undefined || value === 0) return <>{shown(value)}</>;
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={rows}>
      {shown(value)}
      <span class="govuk-visually-hidden"> {of}: see the rows</span>
    </a>
  );
}

/** A sum of money to the penny. */
export function MoneyFigure(props: {
  readonly value: Pence | Hidden | null;
  readonly of: string;
  readonly rows?: string | undefined;
  readonly whole?: boolean;
}): VNode {
  return <Figure {...props} shown={props.whole ? wholePounds : poundsAndPence} />;
}

/** Links to what the figures of a table mean. */
export function Definitions(props: {
  readonly figures: readonly FigureName[];
  readonly links: ReportLinks;
}): VNode {
  const items: ComponentChildren[] = props.figures.map((figure, at) => (
    <span key={figure}>
      {at === 0 ? '' : ', '}
      <a class="govuk-link govuk-link--no-visited-state" href={props.links.definition(figure)}>
        {DEFINITIONS[figure].name.toLowerCase()}
      </a>
    </span>
  ));
  return <p class="govuk-body-s wellplaced-no-print">What these mean: {items}.</p>;
}
