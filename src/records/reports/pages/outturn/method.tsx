import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { penceOf, poundsAndPence } from '../../../../core/money.ts';
import { addDays, dateInWords, dateOfDayNumber } from '../../../../core/plain-date.ts';
import type { InForce } from '../../../../platform/settings/changes.ts';
import { paths } from '../../../paths.ts';
import { SettledNote } from '../../lists/list-of-a-week.tsx';
import type { OutturnOfWeek } from '../../outturn-of-week.ts';
import type { WeekShown } from '../../weekly-report/week.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

function PaceInWords(props: {
  readonly outturn: OutturnOfWeek;
  readonly week: WeekShown;
  readonly weeks: InForce<number>;
}): VNode {
  const { outturn, week, weeks } = props;
  const { window, sums } = outturn.projection;
  if (weeks.value === 0) {
    return (
      <>The council has settled that there is no pace: nothing is projected that is not known.</>
    );
  }
  if (window === undefined) {
    return (
      <>
        There is no pace: the costs that are held do not yet tell of four weeks what ended in them,
        and what began alone would look like growth.
      </>
    );
  }
  const asked = 7 * weeks.value;
  const by = (kind: 'arrived' | 'left') => poundsAndPence(penceOf(sums.penceNights(kind)));
  const of = (kind: 'arrived' | 'left') => counted(sums.children(kind).size, 'child', 'children');
  return (
    <>
      In the {window.nights === asked ? `${weeks.value} weeks` : `${window.nights} nights`} from{' '}
      {dateInWords(dateOfDayNumber(window.from))} costs of{' '}
      <a class={LINK} href={paths.outturnCosts(week.weekEnding, 'arrived')}>
        {by('arrived')} a week began
      </a>{' '}
      ({of('arrived')}) and of{' '}
      <a class={LINK} href={paths.outturnCosts(week.weekEnding, 'left')}>
        {by('left')} a week ended
      </a>{' '}
      ({of('left')}), changes of price and eighteenth birthdays apart.
      {window.nights !== asked &&
        ' The records do not reach further back: before that day no end of a cost is held.'}{' '}
      The nights to come go on so for as long, and then stay so; what is recorded to begin or end
      already counts towards it. Each budget line has its share by what is projected of it.
    </>
  );
}

/** How the projection is made, in words, with the figures that tell the pace. */
export function Method(props: {
  readonly outturn: OutturnOfWeek;
  readonly week: WeekShown;
  readonly weeks: InForce<number>;
}): VNode {
  const { week } = props;
  return (
    <section>
      <h2 class="govuk-heading-m">How it is projected</h2>
      <ol class="govuk-list govuk-list--number">
        <li>
          What is recorded: the cost of each night to {dateInWords(week.countsTo)}, and what runs
          then to 31 March at its rate, with ends, beginnings and prices that are recorded for
          nights from {dateInWords(addDays(week.countsTo, 1))} on.
        </li>
        <li>
          Less what is in dispute after that night, and less known ends: a looked-after child’s cost
          ends with the night before the eighteenth birthday unless it states otherwise, and that of
          a placement that is recorded to end, with it.
        </li>
        <li>
          And the pace. <PaceInWords {...props} />
          <SettledNote setting={props.weeks} what="the number of weeks" />
        </li>
      </ol>
      <p class="govuk-body">
        Not in it, because the records hold no such days: until when carers are approved, until when
        a contract or a panel’s decision runs, and reviews at which a plan may change. A price that
        nobody has recorded does not rise.
      </p>
    </section>
  );
}
