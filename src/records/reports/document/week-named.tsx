import type { VNode } from 'preact';
import { DateInWords } from '../../../platform/components/values.tsx';
import type { AskedWeek } from '../week-ending.ts';
import { isOver, type WeekShown } from '../weekly-report/week.ts';
import { movedInWords, nightsInWords } from '../weekly-report/week-in-words.ts';

/** Which week it is and, while it is not over, how far it is counted. */
export function WeekNamed({ week }: { readonly week: WeekShown }): VNode {
  return (
    <>
      Week ending <DateInWords date={week.weekEnding} />
      {!isOver(week) && (
        <>
          , not over: counts to <DateInWords date={week.countsTo} />, {nightsInWords(week)}
        </>
      )}
    </>
  );
}

/** In which week the day lies by which it was asked for; nothing where the day ends it. */
export function WeekMoved({ week }: { readonly week: AskedWeek }): VNode | null {
  const moved = movedInWords(week.day, week);
  return moved === undefined ? null : <p class="govuk-body">{moved}</p>;
}
