import type { ComponentChildren, VNode } from 'preact';
import { oneOrMore } from '../../../core/english.ts';
import { InsetText } from '../../../platform/components/messages.tsx';
import type { ReadingRequest } from '../../../platform/http/route.ts';
import type { Filter, Filters } from '../../../platform/lists/filters.tsx';
import { type List, type ListParts, type Loaded, list } from '../../../platform/lists/list.ts';
import type { InForce } from '../../../platform/settings/changes.ts';
import { NotConfirmed } from '../../../platform/settings/not-confirmed.tsx';
import { settingsPaths } from '../../../platform/settings/paths.ts';
import { paths } from '../../paths.ts';
import { restrictedLeftOut } from '../../restrictions/left-out.ts';
import { asKnownNote } from '../../revisions/as-known-note.ts';
import { count } from '../document/figure.tsx';
import { WeekMoved, WeekNamed } from '../document/week-named.tsx';
import { NOT_WHOLE } from '../lists-not-whole.ts';
import { seesWorkingFigures } from '../show-week.ts';
import { type AskedWeek, weekFilter } from '../week-ending.ts';
import type { WeekShown } from '../weekly-report/week.ts';
import { weekInFileName } from '../weekly-report/week-in-words.ts';

/** The lists behind the report's figures. */
export type ReportList =
  | 'since-last-week'
  | 'movements'
  | 'costs'
  | 'payments'
  | 'pay-runs'
  | 'budgets'
  | 'outturn-lines'
  | 'outturn-costs';

/** The week that a list is of; the last whole one where none is asked for. */
export const WEEK: Filter<AskedWeek> = weekFilter({ label: 'Week ending', stays: true });

/** The filters of a list of a week. */
export type OfAWeek = Filters & { readonly 'week-ending': Filter<AskedWeek> };

/** What a list loads beside its rows. */
interface HeldFrom {
  /** Why the list is not whole as far as it reaches back before the records that are held; empty where it is. */
  readonly notWhole: string;
}

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
): List<P, F, Found & HeldFrom> {
  const notWholeOf = (request: ReadingRequest, week: AskedWeek): Promise<string> => {
    const isForOthers = !seesWorkingFigures(request.person.roles);
    return request.read(NOT_WHOLE[name](week, isForOthers));
  };
  return list<P, F, Found & HeldFrom>({
    name,
    thing: `list of ${name}`,
    path: `/report/${name}`,
    section: 'Reports',
    breadcrumbs: (_request, values) => [
      {
        text: 'Weekly placements report',
        href: values === undefined ? paths.report : paths.reportOf(weekOf(values).weekEnding),
      },
    ],
    leftOut: restrictedLeftOut,
    async notes(request, values) {
      const week = weekOf(values);
      const notWhole = await notWholeOf(request, week);
      return [
        ...(await asKnownNote(request)),
        ...(notWhole === '' ? [] : [['Not whole', notWhole] as const]),
      ];
    },
    caption: ({ values }) => <WeekNamed week={weekOf(values)} />,
    fileOf: (_request, values) => weekInFileName(weekOf(values)),
    ...parts,
    async load(request, asked) {
      const found = await parts.load(request, asked);
      return { ...found, notWhole: await notWholeOf(request, weekOf(asked.values)) };
    },
    lead: (request, shown) => (
      <>
        {shown && <WeekMoved week={weekOf(shown.values)} />}
        {shown && shown.loaded.notWhole !== '' && <InsetText>{shown.loaded.notWhole}</InsetText>}
        {parts.lead?.(request, shown)}
      </>
    ),
  });
}

function weekOf(values: { readonly 'week-ending': unknown }): AskedWeek {
  return values['week-ending'] as AskedWeek;
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
export function BackToReport(props: { readonly week: WeekShown }): VNode {
  return (
    <p class="govuk-body wellplaced-no-print">
      <a
        class="govuk-link govuk-link--no-visited-state"
        href={paths.reportOf(props.week.weekEnding)}
      >
        Back to the report of this week
      </a>
    </p>
  );
}
