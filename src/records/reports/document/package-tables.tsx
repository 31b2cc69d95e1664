import type { VNode } from 'preact';
import { penceOf } from '../../../core/money.ts';
import { Tag } from '../../../platform/components/messages.tsx';
import { Table, type TableRow } from '../../../platform/components/table.tsx';
import { COST_GROUP_NAMES } from '../weekly-report/group-names.ts';
import type { ChangeKind, PackageChange, WeeklyReport } from '../weekly-report/report.ts';
import { Definitions, MoneyFigure } from './figure.tsx';
import type { ReportLinks } from './links.ts';
import { PackageName } from './package-name.tsx';

/** As many changes as a board can go through; when a price rises for all, the largest of them. */
const CHANGES_SHOWN = 60;

const KINDS: Readonly<
  Record<ChangeKind, { readonly name: string; readonly colour?: 'green' | 'grey' | 'yellow' }>
> = {
  started: { name: 'Started', colour: 'green' },
  ended: { name: 'Ended', colour: 'grey' },
  changed: { name: 'Changed', colour: 'yellow' },
};

interface Props {
  readonly report: WeeklyReport;
  readonly links: ReportLinks;
}

/** The ten dearest packages of the last night. */
export function DearestPackages({ report, links }: Props): VNode {
  return (
    <>
      <Table
        caption="Dearest packages"
        captionSize="s"
        columns={[
          { key: 'package', heading: 'Package', type: 'text' },
          { key: 'group', heading: 'Placement group', type: 'text' },
          { key: 'start', heading: 'Placement started', type: 'date' },
          { key: 'weekly', heading: 'Weekly cost', type: 'money' },
          { key: 'contributions', heading: 'Paid by others', type: 'money' },
          { key: 'provider', heading: 'Provider', type: 'text' },
        ]}
        rowHeader="package"
        rows={report.highCost.map((row) => ({
          cells: {
            package: <PackageName pseudonym={row.package} child={links.rows?.child(row.package)} />,
            group: COST_GROUP_NAMES[row.group],
            start: row.placementStart,
            weekly: (
              <MoneyFigure
                value={row.weeklyPence}
                of={`weekly cost of ${row.package}`}
                rows={links.rows && `${links.rows.costs()}&search=${row.package}`}
              />
            ),
            contributions: row.contributionsWeeklyPence,
            provider: row.provider,
          },
        }))}
        empty="No package has a cost on the last night of the week."
      />
      <Definitions figures={['highCost']} links={links} />
    </>
  );
}

function changesToShow(changes: readonly PackageChange[]): readonly PackageChange[] {
  if (changes.length <= CHANGES_SHOWN) return changes;
  const size = ({ differencePence }: PackageChange) => Math.abs(differencePence);
  return changes.toSorted((one, other) => size(other) - size(one)).slice(0, CHANGES_SHOWN);
}

function totals(changes: readonly PackageChange[]): TableRow[] {
  const sum = (of: readonly PackageChange[]) =>
    penceOf(of.reduce((so, { differencePence }) => so + differencePence, 0));
  const kinds = Object.entries(KINDS).map(([kind, { name }]) => {
    const of = changes.filter((change) => change.kind === kind);
    return { cells: { kind: name, packages: of.length, difference: sum(of) } };
  });
  const all = { kind: 'All changes', packages: changes.length, difference: sum(changes) };
  return [...kinds, { cells: all, total: true }];
}

function changeRow(change: PackageChange, links: ReportLinks): TableRow {
  return {
    cells: {
      date: change.date,
      kind: <Tag text={KINDS[change.kind].name} {...KINDS[change.kind]} />,
      package: <PackageName pseudonym={change.package} child={links.rows?.child(change.package)} />,
      group: COST_GROUP_NAMES[change.group],
      before: change.weeklyBeforePence,
      after: change.weeklyAfterPence,
      difference: change.differencePence,
    },
  };
}

/** The packages that started, ended or changed price in the week, and what that adds to the weekly cost. */
export function ChangesOfTheWeek({ report, links }: Props): VNode {
  const { changes } = report;
  const shown = changesToShow(changes);
  return (
    <>
      <Table
        caption="Changes of the week: totals"
        captionSize="s"
        columns={[
          { key: 'kind', heading: 'Change', type: 'text' },
          { key: 'packages', heading: 'Changes', type: 'whole' },
          { key: 'difference', heading: 'Difference to the weekly cost', type: 'money' },
        ]}
        rowHeader="kind"
        rows={totals(changes)}
        empty="No package changed in the week."
      />
      {shown.length < changes.length && (
        <p class="govuk-body">
          The {shown.length} largest of {changes.length} changes are shown; the downloads hold all.
        </p>
      )}
      <Table
        caption="Packages started, ended and changed"
        captionSize="s"
        columns={[
          { key: 'date', heading: 'From', type: 'date' },
          { key: 'kind', heading: 'Change', type: 'text' },
          { key: 'package', heading: 'Package', type: 'text' },
          { key: 'group', heading: 'Placement group', type: 'text' },
          { key: 'before', heading: 'Weekly before', type: 'money' },
          { key: 'after', heading: 'Weekly after', type: 'money' },
          { key: 'difference', heading: 'Difference', type: 'money' },
        ]}
        rows={shown.map((change) => changeRow(change, links))}
        empty="No package started, ended or changed its price in the week."
      />
      <Definitions figures={['changes']} links={links} />
    </>
  );
}
