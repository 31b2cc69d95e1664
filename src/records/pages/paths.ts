import type { PlainDate } from '../../core/plain-date.ts';
import type { PlacementGroup } from '../codes/placement-group.ts';
import type { FigureName } from '../weekly-report/definitions.ts';

type Query = Readonly<Record<string, string | undefined>>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** What the list of children can be narrowed to; the names are those of the query. */
export interface ChildrenFilter {
  /** Looked after on this night. */
  readonly on?: PlainDate;
  readonly group?: PlacementGroup;
  readonly area?: 'in' | 'out' | 'unknown';
  readonly far?: 'yes';
  readonly age?: '16plus';
  readonly uasc?: 'yes';
  readonly shortBreaks?: 'yes';
  readonly search?: string;
}

/** Addresses of the pages of records, for routes, links and tests. */
export const paths = {
  home: '/',
  report: '/report',
  reportOf: (weekEnding: PlainDate, publish?: boolean) =>
    withQuery('/report', { 'week-ending': weekEnding, publish: publish ? 'yes' : undefined }),
  reportFile: (
    weekEnding: PlainDate,
    format: 'csv' | 'xlsx' | 'json' | 'html',
    publish?: boolean,
  ) =>
    withQuery(`/report/file/${format}`, {
      'week-ending': weekEnding,
      publish: publish ? 'yes' : undefined,
    }),
  movements: (weekEnding: PlainDate, kind?: 'starts' | 'ends' | 'moves' | 'unplanned') =>
    withQuery('/report/movements', { 'week-ending': weekEnding, kind }),
  costs: (weekEnding: PlainDate, group?: string) =>
    withQuery('/report/costs', { 'week-ending': weekEnding, group }),
  payments: (weekEnding: PlainDate) => withQuery('/report/payments', { 'week-ending': weekEnding }),
  budgets: (weekEnding: PlainDate) => withQuery('/report/budgets', { 'week-ending': weekEnding }),
  children: '/children',
  childrenWhere: (filter: ChildrenFilter) => withQuery('/children', { ...filter }),
  child: (childId: string) => `/children/${encodeURIComponent(childId)}`,
  imports: '/imports',
  newImport: '/imports/new',
  import: (importId: string) => `/imports/${importId}`,
  rejections: (importId: string, fileNumber: number) =>
    `/imports/${importId}/files/${fileNumber}/rejections.csv`,
  repairs: (importId: string) => `/imports/${importId}/repairs`,
  mapColumns: (importId: string, fileNumber: number) =>
    `/imports/${importId}/files/${fileNumber}/columns`,
  mappings: '/imports/columns',
  findings: '/findings',
  findingsOf: (rule: string) => withQuery('/findings', { rule }),
  definitions: '/definitions',
  definition: (figure: FigureName) => `/definitions#${figure}`,
} as const;
