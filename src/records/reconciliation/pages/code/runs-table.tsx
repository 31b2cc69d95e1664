import type { VNode } from 'preact';
import { penceOf } from '../../../../core/money.ts';
import { dateInWords } from '../../../../core/plain-date.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { type OfCode, paths } from '../../../paths.ts';
import type { RunOfCode } from '../../load-runs.ts';

/** What each run of the year paid under the code. */
export function RunsTable(props: {
  readonly runs: readonly RunOfCode[];
  readonly of: OfCode;
}): VNode {
  const { runs, of } = props;
  const sum = (key: 'lines' | 'paid') => runs.reduce((so, run) => so + run[key], 0);
  const rows = runs.map(({ runDate, lines, paid }) => {
    const href = paths.reconciledRows('payments', { ...of, month: runDate.slice(0, 7), by: 'run' });
    const run = (
      <a class="govuk-link govuk-link--no-visited-state" href={href}>
        {dateInWords(runDate)}
      </a>
    );
    return { cells: { run, lines, paid } };
  });
  const total = { cells: { run: 'All runs', lines: sum('lines'), paid: penceOf(sum('paid')) } };
  return (
    <Table
      caption="Paid by run"
      columns={[
        { key: 'run', heading: 'Run', type: 'text' },
        { key: 'lines', heading: 'Payments', type: 'whole' },
        { key: 'paid', heading: 'Paid', type: 'money' },
      ]}
      rowHeader="run"
      rows={rows.length === 0 ? [] : [...rows, { ...total, total: true }]}
      empty="No run of this year paid anything under this code."
    />
  );
}
