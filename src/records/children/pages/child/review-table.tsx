import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { Tag } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import type { ChildRecord } from '../../child-record.ts';
import { periodsOfCare } from '../../periods-of-care.ts';
import { type ReviewDue, type ReviewState, reviewsDue } from '../../reviews-due.ts';
import { coded } from './words.ts';

const STATES: Readonly<
  Record<
    ReviewState,
    { readonly text: string; readonly colour: 'green' | 'red' | 'orange' | 'grey' }
  >
> = {
  'in time': { text: 'In time', colour: 'green' },
  late: { text: 'Late', colour: 'orange' },
  overdue: { text: 'Overdue', colour: 'red' },
  due: { text: 'Due', colour: 'grey' },
  'not held': { text: 'Not held', colour: 'orange' },
  'not known': { text: 'Not known', colour: 'grey' },
};

function outcome({ state, daysLate }: ReviewDue): VNode {
  return (
    <>
      <Tag {...STATES[state]} />
      {daysLate > 0 && ` by ${counted(daysLate, 'day')}`}
    </>
  );
}

/** Every review with the day it was due, the latest first, and the next one. */
export function ReviewsTable(props: { readonly record: ChildRecord; readonly today: PlainDate }) {
  const { record, today } = props;
  const { reviews, reviewsKnown: known } = record;
  const due =
    known === undefined
      ? []
      : periodsOfCare(record.episodes).flatMap((period) =>
          reviewsDue(period, reviews, known, today),
        );
  return (
    <>
      <Table
        caption="Reviews"
        columns={[
          { key: 'number', heading: 'Number', type: 'whole' },
          { key: 'due', heading: 'Due by', type: 'date' },
          { key: 'held', heading: 'Held', type: 'date' },
          { key: 'state', heading: 'In time', type: 'text' },
          { key: 'part', heading: 'How the child took part', type: 'text' },
        ]}
        rows={due.toReversed().map((review) => ({
          cells: {
            number: review.number,
            due: review.due,
            held: review.held?.date,
            state: outcome(review),
            part: review.held === undefined ? null : coded('reviewCode', review.held.code),
          },
        }))}
        empty="No review is recorded or due."
      />
      {known !== undefined && (
        <p class="govuk-hint">
          Due within 20 working days of becoming looked after, then within three months, then within
          six months of the one before (Care Planning, Placement and Case Review (England)
          Regulations 2010, regulation 33). Working days are those from Monday to Friday that are
          not bank holidays in England. The records hold reviews from {dateInWords(known.from)} to{' '}
          {dateInWords(known.to)}.
        </p>
      )}
    </>
  );
}
