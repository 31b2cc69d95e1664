import type { VNode } from 'preact';
import { HIDDEN } from '../../../core/disclosure.ts';
import { oneOrMore } from '../../../core/english.ts';
import { SuppressedFigure } from '../../../platform/components/values.tsx';
import { GONE_RULE } from '../../gone/questions.ts';
import type { AnyReport } from '../weekly-report/as-tables.ts';
import { isOver } from '../weekly-report/week.ts';
import { count, Definitions } from './figure.tsx';
import type { ReportLinks } from './links.ts';

interface Shown {
  readonly report: AnyReport;
  readonly links: ReportLinks;
}

/** Says how many children are in no count because the newest return does not name them, with the way to them. */
export function LeftOut({ report, links }: Shown): VNode | null {
  const { leftOut } = report.children;
  if (leftOut === 0) return null;
  const rows = links.rows?.findings(GONE_RULE);
  const link = 'govuk-link govuk-link--no-visited-state';
  const said = (
    <>
      {leftOut === HIDDEN ? <SuppressedFigure /> : count(leftOut)}{' '}
      {oneOrMore(leftOut === HIDDEN ? 0 : leftOut, 'child', 'children')} left out: open in an older
      return, not in the newest
    </>
  );
  return (
    <>
      <p class="govuk-body">
        {rows === undefined ? (
          said
        ) : (
          <a class={link} href={rows}>
            {said}
          </a>
        )}
        .
        {links.rows?.childrenGone !== undefined && (
          <>
            {' '}
            <a class={link} href={links.rows.childrenGone}>
              Say what became of {oneOrMore(leftOut === HIDDEN ? 0 : leftOut, 'the child', 'them')}
            </a>
            .
          </>
        )}
      </p>
      <Definitions figures={['children.leftOut']} links={links} />
    </>
  );
}

/** How the children at the start of the week and those at its end hang together, where none of it is withheld. */
export function Balance({ report, links }: Shown): VNode | null {
  const { atStart, starts, ends, joinedWithoutStart, leftWithoutEnd } = report.movement;
  const { total } = report.children;
  const all = [atStart, starts, ends, joinedWithoutStart, leftWithoutEnd, total];
  if (all.includes(HIDDEN) || all.every((value) => value === 0)) return null;
  const steps = [
    [starts, 'started'],
    [joinedWithoutStart, 'joined without a readable start'],
    [ends, 'ceased'],
    [leftWithoutEnd, 'left without a readable end'],
  ] as const;
  const happened = steps.filter(
    ([value, words]) => value !== 0 || words === 'started' || words === 'ceased',
  );
  return (
    <>
      <p class="govuk-body">
        {count(Number(atStart))} looked after at the start of the week,{' '}
        {happened.map(([value, words]) => `${count(Number(value))} ${words}`).join(', ')}:{' '}
        {count(Number(total))} {isOver(report) ? 'at its end' : 'tonight'}.
      </p>
      <Definitions figures={['movement.atStart']} links={links} />
    </>
  );
}
