import type { VNode } from 'preact';
import { type Pence, penceOf } from '../../../../core/money.ts';
import { dateInWords } from '../../../../core/plain-date.ts';
import { bridgeChart } from '../../../../platform/charts/bridge-chart.tsx';
import { lineChart } from '../../../../platform/charts/line-chart.tsx';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { MOVES, type Move } from '../../../outturn/moved.ts';
import { paths } from '../../../paths.ts';
import { WeekMoved, WeekNamed } from '../../document/week-named.tsx';
import { Whole } from '../../lists/budget-sums.tsx';
import type { MonthProjected } from '../../outturn-history.ts';
import type { AskedWeek } from '../../week-ending.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The title and heading of the page. */
export const OUTTURN_HISTORY_TITLE = 'What was projected month by month';

const MOVE_WORDS: Readonly<Record<Move, string>> = {
  began: 'Costs that began',
  ended: 'Costs that ended',
  price: 'Prices',
  'known-ends': 'Known ends that are new',
  stayed: 'Known ends that did not come',
  disputed: 'Disputes',
  pace: 'Pace',
};

const stood = ({ known, again }: MonthProjected): Pence => (known ?? again).projected;

function Months({ months }: { readonly months: readonly MonthProjected[] }): VNode {
  return (
    <Table
      caption="The projection at the end of each month"
      columns={[
        { key: 'night', heading: 'As at', type: 'text' },
        { key: 'known', heading: 'As known then', type: 'money' },
        { key: 'again', heading: 'Made again', type: 'money' },
        { key: 'late', heading: 'Recorded later', type: 'money' },
        { key: 'committed', heading: 'Committed', type: 'money' },
        { key: 'pace', heading: 'Pace', type: 'money' },
      ]}
      rowHeader="night"
      rows={months.map(({ night, known, again }) => ({
        cells: {
          night: dateInWords(night),
          known: known === undefined ? 'Not held' : <Whole amount={known.projected} />,
          again: <Whole amount={again.projected} />,
          late:
            known === undefined ? null : (
              <Whole amount={penceOf(again.projected - known.projected)} />
            ),
          committed: <Whole amount={(known ?? again).committed} />,
          pace: <Whole amount={(known ?? again).pace} />,
        },
      }))}
      empty="Nothing is projected for this year."
    />
  );
}

function Movements({ months }: { readonly months: readonly MonthProjected[] }): VNode {
  return (
    <Table
      caption="What moved it from each to the next"
      columns={[
        { key: 'night', heading: 'To', type: 'text' },
        ...MOVES.map((move) => ({ key: move, heading: MOVE_WORDS[move], type: 'money' as const })),
        { key: 'all', heading: 'In all', type: 'money' },
        { key: 'of', heading: 'Set beside each other', type: 'text' },
      ]}
      rowHeader="night"
      rows={months.flatMap(({ night, moved }) => {
        if (moved === undefined) return [];
        const all = penceOf(MOVES.reduce((sum, move) => sum + moved[move], 0));
        const cells = MOVES.map((move) => [move, <Whole key={move} amount={moved[move]} />]);
        return {
          cells: {
            ...Object.fromEntries(cells),
            night: dateInWords(night),
            all: <Whole amount={all} />,
            of: moved.asKnownThen ? 'As known then' : 'Made again',
          },
        };
      })}
      empty="This is the first month of the year: there is none before it to set it beside."
    />
  );
}

function Pictures({ months }: { readonly months: readonly MonthProjected[] }): VNode | null {
  const last = months.at(-1);
  const before = months.at(-2);
  if (last === undefined || before === undefined) return null;
  const { moved } = last;
  const start = moved?.asKnownThen ? stood(before) : before.again.projected;
  const asKnown = months.flatMap(({ night, known }) =>
    known === undefined ? [] : [{ date: night, value: known.projected }],
  );
  const again = months.map((month) => ({ date: month.night, value: month.again.projected }));
  return (
    <>
      {lineChart({
        id: 'outturn-history',
        title: 'The projection at the end of each month',
        description:
          'What was projected for the whole year at the end of each month: as known then, and made again from what is known now.',
        type: 'money',
        series: [
          { label: 'Made again', points: again },
          ...(asKnown.length === 0 ? [] : [{ label: 'As known then', points: asKnown }]),
        ],
      })}
      {moved !== undefined &&
        bridgeChart({
          id: 'outturn-moved',
          title: `From ${dateInWords(before.night)} to ${dateInWords(last.night)}`,
          description:
            'What moved the projection from the one date to the other. The scale begins where the sums lie and not at nought.',
          start: { label: dateInWords(before.night), value: start },
          steps: MOVES.map((move) => ({ label: MOVE_WORDS[move], value: moved[move] })),
          endLabel: dateInWords(last.night),
        })}
    </>
  );
}

/** What the projection said at the end of each month, and what moved it from one to the next. */
export function OutturnHistoryView(props: {
  readonly months: readonly MonthProjected[];
  readonly week: AskedWeek;
  readonly leftOut: string | undefined;
}): VNode {
  const { months, week, leftOut } = props;
  return (
    <>
      <span class="govuk-caption-l">
        <WeekNamed week={week} />
      </span>
      <h1 class="govuk-heading-l">{OUTTURN_HISTORY_TITLE}</h1>
      <WeekMoved week={week} />
      {leftOut !== undefined && <InsetText>{leftOut}</InsetText>}
      <p class="govuk-body">
        As known then: made from what the records held at the end of that day. Made again: from what
        they hold now of that day, as if nothing after it were known. The difference is what came to
        be known later of the nights before. Where nothing was held then, there is only the second.
        What moved it is told night by night of each cost: a child who moved is a cost that ended
        and one that began, and the pace of nights that have passed since gives way to what came.
      </p>
      <Pictures months={months} />
      <Months months={months} />
      <Movements months={months} />
      <p class="govuk-body wellplaced-no-print">
        <a class={LINK} href={paths.outturn(week.weekEnding)}>
          Back to the outturn
        </a>
      </p>
    </>
  );
}
