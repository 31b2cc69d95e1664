import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ExtractKind, NameKind, PlaceKind } from '../files/file-kind.ts';
import type { CheckedBatch } from '../files/rejection.ts';

type ExtractBatch = Extract<CheckedBatch, { kind: ExtractKind | PlaceKind | NameKind }>;
export type ExtractRowKind = ExtractBatch['kind'];
type RowOfKind<Kind extends ExtractRowKind> = Extract<ExtractBatch, { kind: Kind }>['rows'][number];

/** How the rows of a cost record or a place directory lie in their table. */
export interface ExtractLayout<Row> {
  readonly table: keyof RecordsTables;
  readonly columns: readonly string[];
  /** How many of the first columns name the record. */
  readonly keyLength: number;
  /** The column by which stored rows are looked up, and its position. */
  readonly lookUp: { readonly column: string; readonly position: number };
  /** The part of the kind for which a whole file stands, of its key: a year of budgets, an area of postcodes; absent where it is the council. */
  readonly partOf?: (key: readonly unknown[]) => string;
  /** The column of the day, and its position, for which days a whole file stands: from the first to the last that it names; absent where it stands for all. */
  readonly day?: { readonly column: string; readonly position: number };
  /** What the files call the columns that say what a row is about. */
  readonly about: readonly string[];
  /** Positions of the columns that tell the lines of one key apart, where a key may have several and not any; absent where every line is one of its own, or there is one line a key. */
  readonly labels?: readonly number[];
  /** Whether one key may have several lines. */
  readonly hasLines?: true;
  /** Position of the child's identifier, in records about one child. */
  readonly childAt?: number;
  readonly values: (row: Row) => readonly unknown[];
}

/** The values of one row in the order of its table's columns, and the line of the file on which it starts. */
export interface ExtractRow {
  readonly line: number;
  readonly values: readonly unknown[];
}

/** The layouts, one for each kind. */
const EXTRACT_LAYOUTS: { readonly [Kind in ExtractRowKind]: ExtractLayout<RowOfKind<Kind>> } = {
  placement_costs: {
    table: 'cost_element',
    columns: [
      ...['child_id', 'placement_start', 'element', 'funder', 'from_date', 'provider'],
      ...['cost_centre', 'subjective', 'weekly_rate', 'to_date', 'contract'],
    ],
    keyLength: 5,
    lookUp: { column: 'child_id', position: 0 },
    about: ['child_id'],
    hasLines: true,
    labels: [5, 6, 7],
    childAt: 0,
    values: (row) => [
      ...[row.childId, row.placementStart, row.element, row.funder, row.from],
      ...[row.provider ?? '', row.costCentre ?? '', row.subjective ?? '', row.weeklyRate],
      ...[row.to, row.contract],
    ],
  },
  payments: {
    table: 'payment',
    columns: [
      ...['payment_ref', 'child_id', 'placement_start', 'element', 'period_from', 'run_date'],
      ...['period_to', 'provider', 'gross', 'contribution_source', 'contribution'],
      ...['cost_centre', 'subjective', 'status', 'corrects_ref'],
    ],
    keyLength: 5,
    lookUp: { column: 'payment_ref', position: 0 },
    about: ['payment_ref'],
    day: { column: 'run_date', position: 5 },
    hasLines: true,
    childAt: 1,
    values: (row) => [
      ...[row.paymentRef, row.childId, row.placementStart, row.element, row.periodFrom],
      ...[row.runDate, row.periodTo, row.provider, row.gross, row.contributionSource],
      ...[row.contribution, row.costCentre, row.subjective, row.status, row.correctsRef],
    ],
  },
  budgets: {
    table: 'budget',
    columns: ['start_year', 'cost_centre', 'subjective', 'description', 'annual', 'monthly'],
    keyLength: 3,
    lookUp: { column: 'cost_centre', position: 1 },
    about: ['financial_year', 'cost_centre', 'subjective'],
    partOf: ([startYear]) => String(startYear),
    values: (row) => [
      ...[row.startYear, row.costCentre, row.subjective, row.description, row.annual],
      row.monthly,
    ],
  },
  general_ledger: {
    table: 'ledger_line',
    columns: [
      ...['journal', 'journal_line', 'posted_on', 'start_year', 'period', 'cost_centre'],
      ...['subjective', 'amount', 'supplier', 'reference', 'description', 'journal_type'],
    ],
    keyLength: 2,
    lookUp: { column: 'journal', position: 0 },
    about: ['journal'],
    day: { column: 'posted_on', position: 2 },
    hasLines: true,
    values: (row) => [
      ...[row.journal, row.journalLine, row.postedOn, row.startYear, row.period],
      ...[row.costCentre, row.subjective, row.amount, row.supplier, row.reference],
      ...[row.description, row.journalType],
    ],
  },
  postcodes: {
    table: 'postcode',
    columns: ['postcode', 'local_authority', 'easting', 'northing'],
    keyLength: 1,
    lookUp: { column: 'postcode', position: 0 },
    about: ['pcd', 'pcds', 'pcd7', 'Postcode'],
    partOf: ([postcode]) => /^[A-Z]*/.exec(String(postcode))?.[0] ?? '',
    values: (row) => [row.postcode, row.authorityCode, row.easting, row.northing],
  },
  providers: {
    table: 'provider',
    columns: ['urn', 'name', 'setting_type', 'sector'],
    keyLength: 1,
    lookUp: { column: 'urn', position: 0 },
    about: ['URN'],
    values: (row) => [row.urn, row.name, row.type, row.sector],
  },
  children_names: {
    table: 'child_name',
    columns: ['child_id', 'given_name', 'family_name', 'home_address'],
    keyLength: 1,
    lookUp: { column: 'child_id', position: 0 },
    about: ['child_id'],
    childAt: 0,
    values: (row) => [row.childId, row.givenName, row.familyName, row.homeAddress],
  },
};

/** Whether a batch is of a cost record or a place directory. */
export function isExtractBatch(batch: CheckedBatch): batch is ExtractBatch {
  return batch.kind in EXTRACT_LAYOUTS;
}

/** The layout and the values of a batch's rows. */
export function extractValues(batch: ExtractBatch): {
  readonly layout: Omit<ExtractLayout<never>, 'values'>;
  readonly rows: readonly ExtractRow[];
} {
  switch (batch.kind) {
    case 'placement_costs':
      return laidOut(EXTRACT_LAYOUTS.placement_costs, batch.rows);
    case 'payments':
      return laidOut(EXTRACT_LAYOUTS.payments, batch.rows);
    case 'budgets':
      return laidOut(EXTRACT_LAYOUTS.budgets, batch.rows);
    case 'general_ledger':
      return laidOut(EXTRACT_LAYOUTS.general_ledger, batch.rows);
    case 'postcodes':
      return laidOut(EXTRACT_LAYOUTS.postcodes, batch.rows);
    case 'providers':
      return laidOut(EXTRACT_LAYOUTS.providers, batch.rows);
    case 'children_names':
      return laidOut(EXTRACT_LAYOUTS.children_names, batch.rows);
  }
}

function laidOut<Row extends { readonly line: number }>(
  layout: ExtractLayout<Row>,
  rows: readonly Row[],
) {
  return { layout, rows: rows.map((row) => ({ line: row.line, values: layout.values(row) })) };
}
