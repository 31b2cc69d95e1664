import type { PlainDate } from '../core/plain-date.ts';
import type { PlacementGroup } from './codes/placement-group.ts';
import type { Severity } from './model.ts';
import type { ToldOf } from './outturn/outturn.ts';
import { definitionAnchor, type FigureName } from './reports/weekly-report/definitions.ts';

type Query = Readonly<Record<string, string | undefined>>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** What happened to a child in a week; an unplanned move is a move too. */
export type MovementKind = 'starts' | 'ends' | 'moves' | 'unplanned' | 'joined' | 'left';

/** What the list of children can be narrowed to; the names are those of the query. */
export interface ChildrenFilter {
  /** Looked after on this night. */
  readonly on?: PlainDate | undefined;
  readonly group?: PlacementGroup | undefined;
  readonly area?: 'in' | 'out' | 'unknown' | undefined;
  readonly far?: 'yes' | undefined;
  readonly age?: '16plus' | undefined;
  readonly uasc?: 'yes' | undefined;
  readonly shortBreaks?: 'yes' | undefined;
  /** The council's identifier of a child, or part of it, or a whole pseudonym. */
  readonly search?: string | undefined;
  /** LS of the SSDA903 return. */
  readonly legalStatus?: string | undefined;
  /** A URN, or part of a provider's name. */
  readonly provider?: string | undefined;
  /** Every child ever recorded by the night, looked after on it or not. */
  readonly known?: 'all' | undefined;
}

/** What the list of findings can be narrowed to; the names are those of the query. */
export interface FindingsFilter {
  readonly rule?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly kind?: string | undefined;
  /** The return year, which ends on 31 March. */
  readonly year?: number | undefined;
  readonly child?: string | undefined;
  readonly state?: 'decided' | 'resolved' | 'all' | undefined;
  /** The import that first found them. */
  readonly arose?: string | undefined;
  /** The import that no longer found them. */
  readonly ended?: string | undefined;
  /** The day by which they were found, so that they have stood since then at least. */
  readonly foundBy?: PlainDate | undefined;
  /** The week up to whose last night costs and placements are looked at. */
  readonly weekEnding?: PlainDate | undefined;
}

function findingsQuery({ weekEnding, year, ...filter }: FindingsFilter): Query {
  return { ...filter, year: year?.toString(), 'week-ending': weekEnding };
}

/** A ledger code in a financial year, as links name it. */
export interface OfCode {
  readonly year: string;
  readonly costCentre: string | null;
  readonly subjective: string | null;
}

/** In the place of a half of a code that is not recorded; no code is called so, for files mean nothing by it. */
export const NO_CODE = 'none';

function codeQuery({ year, costCentre, subjective }: OfCode): Query {
  return {
    year,
    'cost-centre': costCentre ?? NO_CODE,
    subjective: subjective ?? NO_CODE,
  };
}

/** Addresses of the pages of records, for routes, links and tests. */
export const paths = {
  home: '/',
  report: '/report',
  reportOf: (weekEnding: PlainDate, publish?: boolean) =>
    withQuery('/report', { 'week-ending': weekEnding, publish: publish ? 'yes' : undefined }),
  reportFile: (weekEnding: PlainDate, format: 'xlsx' | 'json' | 'html', publish?: boolean) =>
    withQuery(`/report/file/${format}`, {
      'week-ending': weekEnding,
      publish: publish ? 'yes' : undefined,
    }),
  publishReport: '/report/published',
  /** A week as it was published, or as known at the end of a day, beside what is known now. */
  reportThenAndNow: (weekEnding: PlainDate, of: { published?: string; day?: PlainDate } = {}) =>
    withQuery('/report/then-and-now', { 'week-ending': weekEnding, ...of }),
  thenAndNow: '/report/then-and-now',
  /** What changed since the week before, child by child. */
  sinceLastWeek: (weekEnding: PlainDate) =>
    withQuery('/report/since-last-week', { 'week-ending': weekEnding }),
  movements: (weekEnding: PlainDate, kind?: MovementKind) =>
    withQuery('/report/movements', { 'week-ending': weekEnding, kind }),
  costs: (weekEnding: PlainDate, group?: string) =>
    withQuery('/report/costs', { 'week-ending': weekEnding, group }),
  payments: (weekEnding: PlainDate) => withQuery('/report/payments', { 'week-ending': weekEnding }),
  /** Up to which night each supplier is paid, and when its next run is due. */
  payRuns: (weekEnding: PlainDate) => withQuery('/report/pay-runs', { 'week-ending': weekEnding }),
  budgets: (weekEnding: PlainDate) => withQuery('/report/budgets', { 'week-ending': weekEnding }),
  /** Every cost centre and subjective of a financial year: budget, payments, costs. */
  reconciliation: (year?: string) => withQuery('/report/reconciliation', { year }),
  /** One cost centre and subjective by month. */
  reconciledCode: (of: OfCode) => withQuery('/report/reconciliation/code', codeQuery(of)),
  /** The general ledger against payments. */
  reconciledLedger: (of: Partial<OfCode> & { readonly month?: string }) => {
    const { year, costCentre, subjective, month } = of;
    const half = (value: string | null | undefined) =>
      value === undefined ? undefined : (value ?? NO_CODE);
    return withQuery('/report/reconciliation/ledger', {
      ...{ year, 'cost-centre': half(costCentre), subjective: half(subjective), month },
    });
  },
  /** The costs or the payments that a code’s month is made of. */
  reconciledRows: (
    rows: 'costs' | 'payments',
    of: OfCode & { readonly month?: string; readonly by?: string },
  ) =>
    withQuery(`/report/reconciliation/${rows}`, {
      ...codeQuery(of),
      month: of.month,
      by: of.by,
    }),
  /** What the year is going to cost, and each step that leads there. */
  outturn: (weekEnding: PlainDate) => withQuery('/report/outturn', { 'week-ending': weekEnding }),
  outturnHistory: (weekEnding: PlainDate) =>
    withQuery('/report/outturn/history', { 'week-ending': weekEnding }),
  outturnLines: (weekEnding: PlainDate) =>
    withQuery('/report/outturn-lines', { 'week-ending': weekEnding }),
  /** The costs behind a figure of the outturn. */
  outturnCosts: (weekEnding: PlainDate, figure?: ToldOf) =>
    withQuery('/report/outturn-costs', { 'week-ending': weekEnding, figure }),
  /** The rows of one of the report's lists as a file, narrowed and sorted by the query of its page. */
  listFile: (
    list:
      | ('since-last-week' | 'movements' | 'costs' | 'payments' | 'pay-runs' | 'budgets')
      | ('outturn-lines' | 'outturn-costs'),
    format: 'csv' | 'xlsx',
    query: URLSearchParams,
  ) => `/report/${list}/file/${format}?${query}`,
  providers: '/providers',
  /** What one provider costs, in the twelve months to the last night of a week. */
  provider: (key: string, weekEnding?: PlainDate) =>
    withQuery(`/provider/${encodeURIComponent(key)}`, { 'week-ending': weekEnding }),
  /** Every change of price: of one provider ever, or of all from a day on. */
  priceChanges: (filter: { readonly provider?: string; readonly since?: PlainDate }) =>
    withQuery('/price-changes', filter),
  children: '/children',
  childrenWhere: (filter: ChildrenFilter) => withQuery('/children', { ...filter }),
  childrenFile: (format: 'csv' | 'xlsx') => `/children/file/${format}`,
  namesFile: (format: 'csv' | 'xlsx') => `/children/names/file/${format}`,
  child: (childId: string) => `/children/${encodeURIComponent(childId)}`,
  /** The file and line of each record of a child. */
  childSources: (childId: string) => `/children/${encodeURIComponent(childId)}/sources`,
  childrenGone: '/children-gone',
  childrenGoneWhere: (filter: { readonly state?: string }) => withQuery('/children-gone', filter),
  childGone: (childId: string) => `/children-gone/${encodeURIComponent(childId)}`,
  restrictedChildren: '/restricted-children',
  openRestrictedChild: '/restricted-children/open',
  openingsOfRestricted: '/restricted-children/openings',
  restriction: (childId: string) => `/children/${encodeURIComponent(childId)}/restriction`,
  /** A child’s identifiers and the links between them. */
  childLinks: (childId: string) => `/children/${encodeURIComponent(childId)}/identifiers`,
  /** What a second identifier holds beside the child’s, and the form that links them. */
  compareIdentifiers: (childId: string, other: string) =>
    withQuery(`/children/${encodeURIComponent(childId)}/identifiers`, { other }),
  linkChild: (childId: string, other: string) =>
    withQuery(`/children/${encodeURIComponent(childId)}/identifiers/link`, { other }),
  restrictionReaders: (childId: string) =>
    `/children/${encodeURIComponent(childId)}/restriction/readers`,
  endRestriction: (childId: string) => `/children/${encodeURIComponent(childId)}/restriction/end`,
  acknowledgeOpening: (childId: string, openingId: string) =>
    `/children/${encodeURIComponent(childId)}/restriction/openings/${openingId}/acknowledge`,
  setUp: '/set-up',
  imports: '/imports',
  importsFile: (format: 'csv' | 'xlsx') => `/imports/file/${format}`,
  newImport: '/imports/new',
  /** The upload page with its reason filled in. */
  newImportBecause: (reason: string) => withQuery('/imports/new', { reason }),
  exampleFile: (kind: string) => `/imports/new/layouts/${kind}.csv`,
  import: (importId: string) => `/imports/${importId}`,
  importProgress: (importId: string) => `/imports/${importId}/progress`,
  cancelImport: (importId: string) => `/imports/${importId}/cancel`,
  importAgain: (importId: string) => `/imports/${importId}/again`,
  takeBackImport: (importId: string) => `/imports/${importId}/take-back`,
  putBackImport: (importId: string) => `/imports/${importId}/put-back`,
  letGoOfFiles: (importId: string) => `/imports/${importId}/let-go`,
  /** The rejected rows of one file, on the page of its import. */
  rejectedRows: (importId: string, fileNumber: number) =>
    `/imports/${importId}?file=${fileNumber}#rejected`,
  /** Rejected rows as a file to correct; of a return as XML, those of one module. */
  rejections: (importId: string, fileNumber: number, kind?: string) =>
    withQuery(`/imports/${importId}/files/${fileNumber}/rejections.csv`, { kind }),
  repairs: (importId: string) => `/imports/${importId}/repairs`,
  repairsFile: (importId: string, format: 'csv' | 'xlsx') =>
    `/imports/${importId}/repairs/file/${format}`,
  mapColumns: (importId: string, fileNumber: number, kind?: string) =>
    withQuery(`/imports/${importId}/files/${fileNumber}/columns`, { kind }),
  mappings: '/imports/columns',
  mapping: (name: string) => withQuery('/imports/columns/layout', { name }),
  whatChanged: '/what-changed',
  /** What became different between two revisions of the records. */
  whatChangedBetween: (from: number, until: number) =>
    withQuery('/what-changed', { from: String(from), until: String(until) }),
  findings: '/findings',
  findingsOf: (rule: string, weekEnding?: PlainDate) =>
    // A report counts what it finds, decided or not; so do the rows behind its figure.
    withQuery(
      '/findings',
      findingsQuery({ rule, weekEnding, ...(weekEnding && { state: 'all' }) }),
    ),
  findingsWhere: (filter: FindingsFilter) => withQuery('/findings', findingsQuery(filter)),
  findingsTrend: '/findings/trend',
  findingsFile: (format: 'csv' | 'xlsx') => `/findings/file/${format}`,
  decideOnFindings: '/findings/decision',
  /** The form, with what is to be decided filled in where it is said. */
  decideOnFinding: (subjectKey: string, verdict?: string) =>
    withQuery('/findings/decision', { finding: subjectKey, verdict }),
  /** The case of one finding. */
  finding: (subjectKey: string) => `/findings/${subjectKey}`,
  /** Where what was decided on a finding stood before it was a case; it leads there. */
  formerDecision: (subjectKey: string) => `/findings/decisions/${subjectKey}`,
  definitions: '/definitions',
  definition: (figure: FigureName) => `/definitions#${definitionAnchor(figure)}`,
} as const;
