import type { VNode } from 'preact';
import { penceOf, wholePounds } from '../../../core/money.ts';
import { type FigureTile, FigureTiles } from '../../../platform/components/figure-tiles.tsx';
import { InsetText, Tag } from '../../../platform/components/messages.tsx';
import { Table } from '../../../platform/components/table.tsx';
import { DateInWords } from '../../../platform/components/values.tsx';
import type { WeeklyReport } from '../../weekly-report/report.ts';
import { SeverityTag } from '../findings/severity-tag.tsx';
import { instantInWords, STATUS_WORDS } from '../imports/words.ts';
import { paths } from '../paths.ts';
import { count } from '../report/figure.tsx';
import { inWords } from '../report/words.ts';
import type { SeverityCount, Waiting } from './store.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** What stands on the home page of one person; what the person may not see is undefined. */
export interface Home {
  readonly name: string;
  /** The report of the last whole week. */
  readonly report: WeeklyReport | undefined;
  readonly findings: readonly SeverityCount[] | undefined;
  readonly imports: Waiting['imports'] | undefined;
  readonly seesChildren: boolean;
  readonly anyRecords: boolean;
}

function reportTiles(report: WeeklyReport, seesChildren: boolean): FigureTile[] {
  const { weekEnding, children, movement, spend } = report;
  const overspent = spend.yearToDatePence - spend.budgetToDatePence;
  return [
    {
      label: 'Children looked after',
      value: count(children.total),
      definition: paths.definition('children.total'),
      ...(seesChildren ? { rows: paths.childrenWhere({ on: weekEnding }) } : {}),
      note: `${count(movement.starts)} started, ${count(movement.ends)} ceased`,
    },
    {
      label: 'Placement moves',
      value: count(movement.placementMoves),
      definition: paths.definition('movement.placementMoves'),
      rows: paths.movements(weekEnding, 'moves'),
      note: `${count(movement.unplannedMoves)} unplanned`,
    },
    {
      label: 'Spend in the week',
      value: wholePounds(spend.weekPence),
      definition: paths.definition('spend.weekPence'),
      rows: paths.costs(weekEnding),
    },
    {
      label: 'Spend in the year to date',
      value: wholePounds(spend.yearToDatePence),
      definition: paths.definition('spend.yearToDatePence'),
      rows: paths.budgets(weekEnding),
      ...(spend.budgetToDatePence === 0
        ? {}
        : {
            note: `${wholePounds(penceOf(Math.abs(overspent)))} ${overspent > 0 ? 'over' : 'under'} budget to date`,
          }),
    },
  ];
}

function ThisWeek(props: { readonly report: WeeklyReport; readonly seesChildren: boolean }): VNode {
  const { report, seesChildren } = props;
  return (
    <section>
      <h2 class="govuk-heading-m">
        Week ending <DateInWords date={report.weekEnding} />
      </h2>
      <FigureTiles tiles={reportTiles(report, seesChildren)} />
      <p class="govuk-body">
        <a class={LINK} href={paths.reportOf(report.weekEnding)}>
          Read the weekly placements report
        </a>
      </p>
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly SeverityCount[] }): VNode {
  return (
    <section class="wellplaced-summary">
      <h2 class="govuk-heading-m">Findings waiting</h2>
      <Table
        caption="Findings waiting"
        captionSize="hidden"
        columns={[
          { key: 'severity', heading: 'Severity', type: 'text' },
          { key: 'count', heading: 'Findings', type: 'whole' },
        ]}
        rows={findings.map(({ severity, count: found }) => ({
          cells: {
            severity: <SeverityTag severity={severity} />,
            count: (
              <a class={LINK} href={paths.findingsWhere({ severity })}>
                {count(found)}
                <span class="govuk-visually-hidden"> findings: {inWords(severity)}</span>
              </a>
            ),
          },
        }))}
        empty="No finding waits."
      />
    </section>
  );
}

function Imports({ imports }: { readonly imports: Waiting['imports'] }): VNode {
  return (
    <section class="wellplaced-summary">
      <h2 class="govuk-heading-m">Imports</h2>
      <Table
        caption="Imports under way, stopped or with rejected rows"
        captionSize="hidden"
        columns={[
          { key: 'when', heading: 'Asked for', type: 'text' },
          { key: 'who', heading: 'By', type: 'text' },
          { key: 'status', heading: 'State', type: 'text' },
          { key: 'rejected', heading: 'Rejected rows', type: 'whole' },
        ]}
        rows={imports.map(({ importId, requestedAt, requestedBy, status, rejected }) => ({
          cells: {
            when: (
              <a class={LINK} href={paths.import(importId)}>
                {instantInWords(requestedAt)}
              </a>
            ),
            who: requestedBy,
            status: <Tag {...STATUS_WORDS[status]} />,
            rejected,
          },
        }))}
        empty="No import is under way, and none has rejected rows."
      />
      <p class="govuk-body">
        <a class={LINK} href={paths.newImport}>
          Import files
        </a>
      </p>
    </section>
  );
}

function HowToStart({ mayImport }: { readonly mayImport: boolean }): VNode {
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>No records are held yet.</strong>
      </p>
      {mayImport && (
        <p class="govuk-body">
          <a class={LINK} href={paths.newImport}>
            Import the council’s returns, placement costs, payments and budgets
          </a>
          , or run <code>npx wellplaced import</code> with the folder that holds them.
        </p>
      )}
      <p class="govuk-body">
        To see the service with an invented council instead, stop it and start it with a new data
        folder and without <code>--empty</code>.
      </p>
    </InsetText>
  );
}

/** What is theirs to do today, for the person signed in. */
export function HomeView(home: Home): VNode {
  const { name, report, seesChildren, findings, imports, anyRecords } = home;
  const nothing = report === undefined && findings === undefined && imports === undefined;
  return (
    <>
      <h1 class="govuk-heading-l">Today, for {name}</h1>
      {!anyRecords && <HowToStart mayImport={imports !== undefined} />}
      {anyRecords && report !== undefined && (
        <ThisWeek report={report} seesChildren={seesChildren} />
      )}
      {anyRecords && findings !== undefined && <Findings findings={findings} />}
      {imports !== undefined && (anyRecords || imports.length > 0) && <Imports imports={imports} />}
      {anyRecords && nothing && <p class="govuk-body">Nothing waits for you today.</p>}
    </>
  );
}
