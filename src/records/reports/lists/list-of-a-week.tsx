import type { ComponentChildren, VNode } from 'preact';
import { oneOrMore } from '../../../core/english.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import { DateInWords } from '../../../platform/components/values.tsx';
import { dayOfList, type Filter, type Filters } from '../../../platform/lists/filters.tsx';
import { type List, type ListParts, type Loaded, list } from '../../../platform/lists/list.ts';
import type { InForce } from '../../../platform/settings/changes.ts';
import { NotConfirmed } from '../../../platform/settings/not-confirmed.tsx';
import { settingsPaths } from '../../../platform/settings/paths.ts';
import { readDate } from '../../intake/files/read-date.ts';
import { paths } from '../../paths.ts';
import { restrictedLeftOut } from '../../restrictions/left-out.ts';
import { asKnownNote } from '../../revisions/as-known-note.ts';
import { count } from '../document/figure.tsx';
import { lastSunday } from '../weekly-report/week.ts';

/** The lists behind the report's figures. */
export type ReportList = 'movements' | 'costs' | 'payments' | 'pay-runs' | 'budgets';

/** The week that a list is of; the last whole one where none is asked for. */
export const WEEK: Filter<PlainDate> = dayOfList({
  label: 'Week ending',
  problem: 'Week ending must be a day that exists, such as 29/11/2026',
  words: (day) => `Week ending ${day}`,
  read: readDate,
  usual: lastSunday,
  stays: true,
});

type OfAWeek = Filters & { readonly 'week-ending': Filter<PlainDate> };

/** Rows about single children are for those who may see children, whatever else the list is: with another permission, an argument is wanted that nobody can give. */
type Permitted<P extends string, Row> = Row extends { readonly childId: string }
  ? P extends 'see children'
    ? []
    : [wanted: 'rows about single children need the permission "see children"']
  : [];

/** A list behind the report, at `/report/<name>`: its page, its files and its rows of the API read from it. */
export function listOfAWeek<
  const P extends 'see children' | 'see placements report',
  F extends OfAWeek,
  Found extends Loaded<unknown>,
>(
  name: ReportList,
  parts: ListParts<P, F, Found>,
  ..._: Permitted<P, Found['rows'][number]>
): List<P, F, Found> {
  return list({
    name,
    thing: `list of ${name}`,
    path: `/report/${name}`,
    section: 'Reports',
    breadcrumbs: (_request, values) => [
      {
        text: 'Weekly placements report',
        href: values === undefined ? paths.report : paths.reportOf(weekOf(values)),
      },
    ],
    leftOut: restrictedLeftOut,
    notes: asKnownNote,
    caption: ({ values }) => (
      <>
        Week ending <DateInWords date={weekOf(values)} />
      </>
    ),
    fileOf: (_request, values) => weekOf(values),
    ...parts,
  });
}

function weekOf(values: { readonly 'week-ending': unknown }): PlainDate {
  return values['week-ending'] as PlainDate;
}

/** How the rows of a list are chosen. */
export function Lead(props: { readonly children: ComponentChildren }): VNode {
  return <p class="govuk-body wellplaced-summary">{props.children}</p>;
}

/** That nobody has confirmed a setting that acts in the list, with the way to it; nothing where none acts. */
export function SettledNote(props: {
  readonly setting: InForce | undefined;
  readonly what: string;
}): VNode | null {
  const { setting, what } = props;
  if (setting === undefined) return null;
  const href = settingsPaths.of(setting.setting);
  return <NotConfirmed href={href} confirmed={setting.confirmed} what={what} />;
}

/** So many of what is counted, in one word or two. */
export function Counted(props: {
  readonly total: number;
  readonly one: string;
  readonly many?: string;
}): VNode {
  return (
    <>
      <strong>{count(props.total)}</strong> {oneOrMore(props.total, props.one, props.many)}
    </>
  );
}

/** The way back from a list to its report. */
export function BackToReport(props: { readonly weekEnding: PlainDate }): VNode {
  return (
    <p class="govuk-body wellplaced-no-print">
      <a class="govuk-link govuk-link--no-visited-state" href={paths.reportOf(props.weekEnding)}>
        Back to the report of this week
      </a>
    </p>
  );
}
