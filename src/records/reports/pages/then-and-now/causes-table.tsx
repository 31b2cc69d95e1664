import type { ComponentChildren, VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { Pagination } from '../../../../platform/components/pagination.tsx';
import { Table, type TableRow } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import { isSomething, TOLD_ON_A_PAGE } from '../../then-and-now/causes.ts';
import {
  difference,
  HEADLINE_FIGURES,
  type HeadlineFigures,
  type HeadlineName,
} from '../../then-and-now/headline-figures.ts';
import { causeCell } from './cause-cell.tsx';
import { type Compared, startOf } from './compared.ts';
import { nameOf, signed } from './figure-in-words.ts';

/** Figures one under the other: beside each other they are more than a sheet or a small screen holds. */
function Moved(props: {
  readonly figures: HeadlineFigures;
  readonly names: readonly HeadlineName[];
}): VNode {
  const { figures, names } = props;
  return (
    <dl class="wellplaced-moved">
      {names.map((name) => (
        <div key={name}>
          <dt>{nameOf(name)}</dt>
          <dd class="wellplaced-money">{signed(name, figures[name]) ?? 'none'}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What each cause contributed to the differences, adding up to the whole. */
export function CausesTable(props: Compared): VNode {
  const { causes, earlier, now, page, query, toTell } = props;
  const start = startOf(props);
  const otherwise = difference(earlier, start);
  const whole = difference(now, start);
  const telling = causes.filter(({ contribution }) => isSomething(contribution));
  const moved = HEADLINE_FIGURES.filter(
    (name) => otherwise[name] !== 0 || telling.some(({ contribution }) => contribution[name] !== 0),
  );
  if (moved.length === 0) {
    return (
      <InsetText>No figure of this week has become different since: nothing to explain.</InsetText>
    );
  }
  const rowOf = (cause: ComponentChildren, figures: HeadlineFigures, total = false): TableRow => ({
    total,
    cells: {
      cause,
      // The sum says too of which figures it is nothing.
      moved: (
        <Moved figures={figures} names={moved.filter((name) => total || figures[name] !== 0)} />
      ),
    },
  });
  const apart = isSomething(otherwise)
    ? [
        rowOf(
          'Not the records: children restricted or no longer restricted since, the council’s boundary, or how figures are counted',
          otherwise,
        ),
      ]
    : [];
  const silent = causes.filter(
    ({ together, contribution }) => together === null && !isSomething(contribution),
  ).length;
  return (
    <>
      <Table
        caption="What made the differences"
        columns={[
          { key: 'cause', heading: 'Cause', type: 'text' },
          { key: 'moved', heading: 'What it did to the figures', type: 'text' },
        ]}
        rowHeader="cause"
        rows={[
          ...apart,
          ...telling.map((cause) => rowOf(causeCell(cause, props), cause.contribution)),
          rowOf('All together', whole, true),
        ]}
        empty=""
      />
      {silent > 0 && (
        <p class="govuk-body">
          {counted(silent, 'further import')} of this page touched records of these kinds without
          moving a figure of this week.
        </p>
      )}
      <Pagination
        path={paths.thenAndNow}
        query={query}
        page={page}
        pageSize={TOLD_ON_A_PAGE}
        total={toTell}
      />
    </>
  );
}
