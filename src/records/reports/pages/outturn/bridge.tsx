import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import type { Pence } from '../../../../core/money.ts';
import { bridgeChart } from '../../../../platform/charts/bridge-chart.tsx';
import { Table, type TableRow } from '../../../../platform/components/table.tsx';
import type { BridgeStep } from '../../../outturn/bridge.ts';
import { LESS_STEPS, RECORDED_STEPS } from '../../../outturn/cost-steps.ts';
import type { Outturn, ToldOf } from '../../../outturn/outturn.ts';
import { paths } from '../../../paths.ts';
import { MoneyFigure } from '../../document/figure.tsx';
import {
  OUTTURN_DEFINITIONS,
  type OutturnFigure,
  outturnDefinition,
} from '../../outturn-definitions.ts';
import type { OutturnOfWeek } from '../../outturn-of-week.ts';
import type { WeekShown } from '../../weekly-report/week.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

function Named({ figure }: { readonly figure: OutturnFigure }): VNode {
  return (
    <a class={`${LINK} govuk-link--text-colour`} href={outturnDefinition(figure)}>
      {OUTTURN_DEFINITIONS[figure].name}
      <span class="govuk-visually-hidden">: what this means</span>
    </a>
  );
}

function of({ sums }: Outturn, kind: ToldOf): string {
  return counted(sums.children(kind).size, 'child', 'children');
}

function stepRow(
  { projection }: OutturnOfWeek,
  { step, pence, after }: BridgeStep,
  week: WeekShown,
): TableRow {
  const isPace = step === 'pace';
  const rows = isPace ? undefined : paths.outturnCosts(week.weekEnding, step);
  return {
    cells: {
      step: <Named figure={step} />,
      children: isPace ? null : of(projection, step),
      amount: <MoneyFigure value={pence} of={OUTTURN_DEFINITIONS[step].name} rows={rows} />,
      after: after,
    },
  };
}

function total(figure: OutturnFigure, pence: Pence): TableRow {
  return { cells: { step: <Named figure={figure} />, after: pence }, total: true };
}

/** The way from the cost to date to the projection, step by step, each with its children and leading to its costs. */
export function BridgeTable(props: {
  readonly outturn: OutturnOfWeek;
  readonly week: WeekShown;
}): VNode {
  const { outturn, week } = props;
  const { steps, committedPence, projectedPence } = outturn.bridge;
  const rowsOf = (kinds: readonly string[]) =>
    steps.filter(({ step }) => kinds.includes(step)).map((step) => stepRow(outturn, step, week));
  return (
    <Table
      caption="From the cost to date to the projection"
      columns={[
        { key: 'step', heading: 'Step', type: 'text' },
        { key: 'children', heading: 'Of', type: 'text' },
        { key: 'amount', heading: 'Adds or takes off', type: 'money' },
        { key: 'after', heading: 'Stands at', type: 'money' },
      ]}
      rowHeader="step"
      rows={[
        ...rowsOf(RECORDED_STEPS),
        total('committedOfYear', committedPence),
        ...rowsOf([...LESS_STEPS, 'pace']),
        total('projected', projectedPence),
      ]}
      empty="Nothing is recorded for this year."
    />
  );
}

/** The picture of the part between what is recorded and what is projected. */
export function BridgePicture({ outturn }: { readonly outturn: OutturnOfWeek }): VNode {
  const { steps, committedPence } = outturn.bridge;
  const between: readonly string[] = [...LESS_STEPS, 'pace'];
  return bridgeChart({
    id: 'outturn-bridge',
    title: 'From what is committed to what is projected',
    description:
      'What is recorded to 31 March, what known ends and disputes take off it, and what the pace adds or takes off. The scale begins where the sums lie and not at nought.',
    start: { label: OUTTURN_DEFINITIONS.committedOfYear.name, value: committedPence },
    steps: steps
      .filter(({ step, pence }) => between.includes(step) && pence !== 0)
      .map(({ step, pence }) => ({ label: OUTTURN_DEFINITIONS[step].name, value: pence })),
    endLabel: OUTTURN_DEFINITIONS.projected.name,
  });
}
