import type { VNode } from 'preact';
import { penceOf } from '../../src/core/money.ts';
import { isoDate } from '../../src/core/plain-date.ts';
import { barChart } from '../../src/platform/charts/bar-chart.tsx';
import { lineChart } from '../../src/platform/charts/line-chart.tsx';
import { stepTimeline } from '../../src/platform/charts/step-timeline.tsx';
import { Button } from '../../src/platform/components/button.tsx';
import { Checkboxes, Radios, Select } from '../../src/platform/components/choices.tsx';
import { DownloadLinks } from '../../src/platform/components/download-links.tsx';
import { ErrorSummary } from '../../src/platform/components/error-summary.tsx';
import { FigureTiles } from '../../src/platform/components/figure-tiles.tsx';
import { FileUpload } from '../../src/platform/components/file-upload.tsx';
import { Filter } from '../../src/platform/components/filter.tsx';
import {
  Details,
  InsetText,
  NotificationBanner,
  Tag,
  WarningText,
} from '../../src/platform/components/messages.tsx';
import { Pagination } from '../../src/platform/components/pagination.tsx';
import { sortingFrom } from '../../src/platform/components/sortable-heading.tsx';
import { SummaryList } from '../../src/platform/components/summary-list.tsx';
import { Table } from '../../src/platform/components/table.tsx';
import { Tabs } from '../../src/platform/components/tabs.tsx';
import { TextInput } from '../../src/platform/components/text-input.tsx';
import {
  DateInWords,
  FigureLink,
  Money,
  SuppressedFigure,
} from '../../src/platform/components/values.tsx';
import { type FieldProblem, problemOf, typedValue } from '../../src/platform/http/form.ts';
import type { FormFields } from '../../src/platform/http/route.ts';

const GROUPS: readonly (readonly [string, number, number])[] = [
  ['Fostering: in house', 402, 190_500_12],
  ['Fostering: agency', 214, 201_733_50],
  ['Children’s homes', 116, 522_640_00],
  ['Independent living and supported accommodation', 97, 88_411_00],
  ['With parents', 41, 0],
];

function Charts(): VNode {
  return (
    <>
      {barChart({
        id: 'children-by-group',
        width: 560,
        title: 'Children by placement group',
        description: 'In-house fostering is the largest group, with 402 of 870 children.',
        labelHeading: 'Group',
        valueHeading: 'Children',
        type: 'whole',
        bars: GROUPS.map(([label, value]) => ({ label, value })),
      })}
      {lineChart({
        id: 'children-over-time',
        title: 'Children looked after, last six months',
        description: 'The number rose from 1,002 to 1,040; children’s homes from 101 to 116.',
        type: 'whole',
        series: [
          { label: 'All children', points: monthly([1002, 1010, 1007, 1021, 1030, 1040]) },
          { label: 'Fostering', points: monthly([604, 610, 606, 611, 615, 616]) },
          { label: 'Children’s homes', points: monthly([101, 103, 108, 110, 113, 116]) },
        ],
      })}
      {stepTimeline({
        id: 'timeline',
        title: 'Placements and legal status',
        description: 'Three placements since March 2024, the last in a children’s home.',
        lanes: ['Placement', 'Legal status', 'Reviews'],
        until: isoDate('2026-11-22'),
        steps: [
          step('Placement', 'Foster carer (in house)', '2024-03-04', '2025-06-30'),
          step('Placement', 'Respite', '2025-06-30', '2025-07-14'),
          step('Placement', 'Children’s home', '2025-07-14', undefined),
          step('Legal status', 'Interim care order', '2024-03-04', '2024-10-01'),
          step('Legal status', 'Full care order', '2024-10-01', undefined),
        ],
        events: ['2024-04-02', '2024-07-02', '2025-01-10', '2025-07-08', '2026-01-09'].map(
          (day) => ({ lane: 'Reviews', label: 'Review', date: isoDate(day) }),
        ),
      })}
    </>
  );
}

function step(lane: string, label: string, from: string, to: string | undefined) {
  return { lane, label, from: isoDate(from), to: to === undefined ? undefined : isoDate(to) };
}

function monthly(values: readonly number[]) {
  return values.map((value, month) => ({ date: isoDate(`2026-0${month + 4}-01`), value }));
}

/** A page of figures, filters, tables and charts. */
export function ExampleReport(props: { path: string; query: URLSearchParams }): VNode {
  const sorting = sortingFrom(props.path, props.query, ['children', 'spend'], {
    key: 'spend',
    order: 'descending',
  });
  return (
    <>
      <NotificationBanner done={true}>
        <p class="govuk-notification-banner__heading">The weekend’s files have been imported.</p>
      </NotificationBanner>
      <span class="wellplaced-caption">
        Week ending <DateInWords date={isoDate('2026-11-22')} />
      </span>
      <h1 class="govuk-heading-l">Weekly placements report</h1>
      <WarningText text="Working figures, not for publication." />
      <FigureTiles
        tiles={[
          { label: 'Children looked after', value: '1,040', definition: '/d/cla', rows: '/c' },
          {
            label: 'Spend this week',
            value: <Money amount={penceOf(1_003_284_62)} whole={true} />,
            definition: '/d/spend',
            note: 'before contributions',
          },
          { label: 'Over 20 miles and out of area', value: '87', rows: '/c?far=yes' },
          { label: 'Unplanned moves', value: <SuppressedFigure />, note: 'fewer than five' },
        ]}
      />
      <Filter
        label="Filter placements"
        path={props.path}
        selected={[{ text: 'Area: out of area', without: props.path }]}
      >
        <TextInput name="search" label="Child code" />
        <Select
          name="group"
          label="Placement group"
          choices={GROUPS.map(([text]) => ({ value: text, text }))}
        />
        <Select name="area" label="Area" choices={[{ value: '', text: 'All' }]} />
      </Filter>
      <Table
        caption="Spend by placement group"
        columns={[
          { key: 'group', heading: 'Group', type: 'text' },
          { key: 'children', heading: 'Children', type: 'whole', sortable: true },
          { key: 'nights', heading: 'Nights this week', type: 'whole' },
          { key: 'spend', heading: 'Spend this week', type: 'money', sortable: true },
          { key: 'average', heading: 'Average weekly cost', type: 'money' },
          { key: 'since', heading: 'Since', type: 'date' },
          { key: 'state', heading: 'State', type: 'text' },
        ]}
        sorting={sorting}
        rowHeader="group"
        empty="No placements in this week."
        rows={[
          ...GROUPS.map(([group, children, spend]) => ({
            cells: {
              group,
              children: <FigureLink value={String(children)} of={group} rows="/c" />,
              nights: children * 7,
              spend,
              average: children === 0 ? null : Math.round(spend / children),
              since: isoDate('2026-04-01'),
              state: <Tag text="Checked" colour="green" />,
            },
          })),
          {
            cells: { group: 'All groups', children: 870, nights: 6090, spend: 1_003_284_62 },
            total: true,
          },
        ]}
      />
      <DownloadLinks of="spend by placement group" csv="/r.csv" xlsx="/r.xlsx" />
      <Pagination path={props.path} query={props.query} page={3} pageSize={20} total={195} />
      <Charts />
      <SummaryList
        rows={[
          { key: 'Provider', value: 'Wold House', action: { text: 'Change', href: '/p' } },
          { key: 'Weekly rate', value: <Money amount={penceOf(4_505_51)} /> },
        ]}
      />
      <Tabs
        tabs={[
          { id: 'started', label: 'Started', content: <p class="govuk-body">Seven started.</p> },
          { id: 'ended', label: 'Ended', content: <p class="govuk-body">Four ended.</p> },
        ]}
      />
      <Table caption="Nothing" columns={[]} rows={[]} empty="No packages changed in this week." />
    </>
  );
}

/** A form with every kind of field. */
export function ExampleForm(props: {
  problems?: readonly FieldProblem[];
  typed?: FormFields;
}): VNode {
  const { problems, typed } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={problems} />
        <h1 class="govuk-heading-l">Add a rate</h1>
        <InsetText>A rate is what one package costs in a week.</InsetText>
        <form method="post" action="/form" noValidate={true}>
          <TextInput
            name="provider"
            label="Provider"
            value={typedValue(typed, 'provider')}
            problem={problemOf(problems, 'provider')}
          />
          <TextInput
            name="rate"
            label="Weekly rate"
            hint="In pounds"
            prefix="£"
            width={10}
            value={typedValue(typed, 'rate')}
            problem={problemOf(problems, 'rate')}
          />
          <TextInput
            name="start"
            label="From which day"
            hint="For example, 27/3/2026"
            width={20}
            autocomplete="off"
          />
          <Radios
            name="contract"
            label="Contract"
            small={true}
            value="spot"
            choices={[
              { value: 'spot', text: 'Spot' },
              { value: 'block', text: 'Block', hint: 'Paid for whether used or not' },
            ]}
          />
          <Checkboxes
            name="funder"
            label="Who pays"
            values={['health']}
            choices={[
              { value: 'social_care', text: 'Social care' },
              { value: 'health', text: 'Health' },
            ]}
          />
          <FileUpload name="files" label="Contract" multiple={true} accept=".pdf" />
          <Details summary="What counts as a rate?">
            <p class="govuk-body">The weekly price of all cost elements.</p>
          </Details>
          <Button text="Save" />
        </form>
      </div>
    </div>
  );
}
