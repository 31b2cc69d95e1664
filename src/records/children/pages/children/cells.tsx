import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { dateInFigures, dateInWords } from '../../../../core/plain-date.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import { codeName } from '../../../codes/code-status.ts';
import { PLACEMENT_GROUP_NAMES } from '../../../codes/placement-group.ts';
import { paths } from '../../../paths.ts';
import type { FigureName } from '../../../reports/weekly-report/definitions.ts';
import { type ChildRow, groupOf } from '../../child-row.ts';
import type { ChildrenAsked } from './filters.tsx';

/** The child, with the name for who may see it, leading to the child's page. */
export function childCell({ childId, name }: ChildRow): VNode {
  return (
    <>
      <a class="govuk-link govuk-link--no-visited-state" href={paths.child(childId)}>
        {childId}
      </a>
      {name !== null && <span class="wellplaced-cell-note">{name}</span>}
    </>
  );
}

/** The placement's code and group, and when it ended, if it did. */
export function placementCell(row: ChildRow): VNode {
  const group = groupOf(row);
  if (row.place === null || group === undefined) return <>None recorded</>;
  const name = codeName('placementType', row.place);
  return (
    <>
      <abbr title={name ?? 'A code of no return'}>{row.place}</abbr> {PLACEMENT_GROUP_NAMES[group]}
      {row.ended !== null && (
        <span class="govuk-hint wellplaced-cell-note">ended {dateInWords(row.ended)}</span>
      )}
    </>
  );
}

/** Since when the child is looked after; the first episode held, where it is no start, only says that it was before. */
export function sinceCell({ since, sinceBefore }: ChildRow): VNode | string | null {
  if (since === null || !sinceBefore) return since;
  return <>before {dateInFigures(since)}</>;
}

/** The legal status by its code. */
export function legalStatusCell({ legalStatus: status }: ChildRow): VNode | null {
  if (status === null) return null;
  return <abbr title={codeName('legalStatus', status) ?? 'A code of no return'}>{status}</abbr>;
}

const FIGURES: Readonly<Record<string, FigureName>> = {
  group: 'children.byGroup',
  far: 'children.over20MilesAndOut',
  age: 'children.aged16plus',
  uasc: 'children.uasc',
  shortBreaks: 'children.shortBreaks',
};
const AREA_FIGURES = {
  in: 'children.inArea',
  out: 'children.outOfArea',
  unknown: 'children.areaUnknown',
} as const;

/** The figure of the weekly report whose rows these are; undefined when filters of the list's own are on. */
function figureOf({ on: _night, ...narrowed }: ChildrenAsked): FigureName | undefined {
  const names = Object.entries(narrowed).flatMap(([name, value]) => (value ? [name] : []));
  if (names.length === 0) return 'children.total';
  if (names.length > 1) return undefined;
  if (narrowed.area !== undefined) return AREA_FIGURES[narrowed.area];
  return FIGURES[names[0] ?? ''];
}

function inWords({ known, shortBreaks, on }: ChildrenAsked, total: number): string {
  const children = counted(total, 'child', 'children');
  if (known === 'all') return `${children} known by ${dateInWords(on)}`;
  const how = shortBreaks === 'yes' ? 'in short breaks' : 'looked after';
  return `${children} ${how} on the night of ${dateInWords(on)}`;
}

/** How many they are, with the definition of the figure that counts the same. */
export function Counted(props: { readonly asked: ChildrenAsked; readonly total: number }): VNode {
  const { asked, total } = props;
  const figure = figureOf(asked);
  return (
    <>
      <strong>{inWords(asked, total)}</strong>
      {figure !== undefined && (
        <>
          {' '}
          <a
            class="govuk-link govuk-link--no-visited-state wellplaced-no-print"
            href={paths.definition(figure)}
          >
            What this counts
          </a>
        </>
      )}
    </>
  );
}

/** The files that carry names, said apart from those that carry pseudonyms. */
export function NamesFiles({ query }: { readonly query: URLSearchParams }): VNode {
  const link = (format: 'csv' | 'xlsx', name: string) => (
    <a
      class="govuk-link govuk-link--no-visited-state"
      href={addressWith(paths.namesFile(format), query, { page: undefined })}
    >
      {name}
    </a>
  );
  return (
    <p class="govuk-body wellplaced-no-print">
      Names and addresses of these children: {link('csv', 'names as CSV')},{' '}
      {link('xlsx', 'names as Excel (XLSX)')}
    </p>
  );
}
