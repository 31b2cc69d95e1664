import { returnModule } from '../../returns/return-modules.ts';
import type { ExtractKind, NameKind, PlaceKind, RowKind } from './file-kind.ts';
import { isReturnModule } from './file-kind.ts';

/** One field of a layout, with the other names under which files carry it. Names are in canonical form. */
export interface LayoutField {
  readonly name: string;
  /** A file without it cannot be of this kind. */
  readonly required: boolean;
  readonly date: boolean;
  readonly synonyms: readonly (string | RegExp)[];
}

/** The columns by which a kind of file is known, in order. */
export interface Layout {
  readonly kind: RowKind;
  readonly fields: readonly LayoutField[];
  /** The least number of columns of the layout that a file must have. */
  readonly leastColumns: number;
}

function field(name: string, ...synonyms: readonly (string | RegExp)[]): LayoutField {
  return { name, required: true, date: false, synonyms };
}

function day(name: string): LayoutField {
  return { name, required: true, date: true, synonyms: [] };
}

function optional(one: LayoutField): LayoutField {
  return { ...one, required: false };
}

const NAMED_LAYOUTS: {
  readonly [Kind in ExtractKind | PlaceKind | NameKind]: readonly LayoutField[];
} = {
  placement_costs: [
    ...[field('CHILD_ID', 'CHILD'), day('PLACEMENT_START'), field('ELEMENT')],
    ...[field('WEEKLY_RATE'), day('FROM'), optional(day('TO')), field('FUNDER')],
    ...['PROVIDER', 'CONTRACT', 'COST_CENTRE', 'SUBJECTIVE'].map((name) => optional(field(name))),
  ],
  payments: [
    ...[field('PAYMENT_REF'), day('RUN_DATE'), day('PERIOD_FROM'), day('PERIOD_TO')],
    ...[field('CHILD_ID', 'CHILD'), day('PLACEMENT_START'), optional(field('PROVIDER'))],
    ...[field('ELEMENT'), field('GROSS')],
    ...[optional(field('CONTRIBUTION_SOURCE')), optional(field('CONTRIBUTION'))],
    ...[optional(field('COST_CENTRE')), optional(field('SUBJECTIVE'))],
    ...[field('STATUS'), optional(field('CORRECTS_REF'))],
  ],
  budgets: [
    ...[field('FINANCIAL_YEAR'), field('COST_CENTRE'), field('SUBJECTIVE')],
    ...[optional(field('DESCRIPTION')), field('ANNUAL_AMOUNT'), field('PROFILE')],
  ],
  general_ledger: [
    field('JOURNAL', 'JOURNAL_NUMBER', 'JOURNAL_NO', 'TRANSACTION_NUMBER', 'DOCUMENT_NUMBER'),
    optional(field('JOURNAL_LINE', 'LINE_NUMBER')),
    ...[day('POSTING_DATE'), optional(field('FINANCIAL_YEAR'))],
    optional(field('ACCOUNTING_PERIOD', 'PERIOD')),
    ...[field('COST_CENTRE'), field('SUBJECTIVE'), field('AMOUNT')],
    optional(field('SUPPLIER', 'SUPPLIER_NAME')),
    optional(field('REFERENCE', 'INVOICE_NUMBER')),
    ...[optional(field('DESCRIPTION', 'NARRATIVE')), optional(field('JOURNAL_TYPE'))],
  ],
  // ONS Postcode Directory (yearly names such as lad25cd included), NSPL, Code-Point Open.
  postcodes: [
    field('POSTCODE', 'PCDS', 'PCD', 'PCD2', 'PCD7', 'PCD8'),
    field('DISTRICT', 'OSLAUA', 'LAUA', /^LA[DU]A?\d\dCD$/, 'ADMIN_DISTRICT_CODE'),
    optional(field('COUNTY', 'OSCTY', 'CTY', /^CTY\d\dCD$/, 'ADMIN_COUNTY_CODE')),
    field('EASTING', 'OSEAST1M', 'EAST1M', 'EASTINGS'),
    field('NORTHING', 'OSNRTH1M', 'NORTH1M', 'NORTHINGS'),
    optional(field('POSITIONAL_QUALITY', 'POSITIONAL_QUALITY_INDICATOR', 'OSGRDIND', 'GRIDIND')),
  ],
  providers: [
    field('URN'),
    field('NAME', 'SETTING_NAME', 'PROVIDER_NAME', 'ORGANISATION_NAME'),
    optional(field('TYPE', 'PROVIDER_TYPE', 'PROVISION_TYPE', 'SETTING_TYPE')),
    optional(field('SECTOR')),
  ],
  children_names: [
    field('CHILD_ID', 'CHILD'),
    field('GIVEN_NAME', 'FORENAME', 'FIRST_NAME'),
    field('FAMILY_NAME', 'SURNAME', 'LAST_NAME'),
    optional(field('HOME_ADDRESS', 'ADDRESS')),
  ],
};

const OTHER_NAMES_IN_RETURNS: Readonly<Record<string, readonly string[]>> = {
  CHILD: ['CHILDID', 'CHILD_ID'],
  PLACE: ['PL'],
};

function isNamed(kind: RowKind): kind is ExtractKind | PlaceKind | NameKind {
  return kind in NAMED_LAYOUTS;
}

/** The layout of a kind of rows. */
export function layoutOf(kind: RowKind): Layout {
  if (isNamed(kind)) {
    const fields = NAMED_LAYOUTS[kind];
    // Many lists have a URN and a name; only a provider list says a type or a sector too.
    const more = kind === 'providers' ? 1 : 0;
    return { kind, fields, leastColumns: fields.filter(({ required }) => required).length + more };
  }
  if (!isReturnModule(kind)) throw new RangeError(`${kind satisfies never} has no layout`);
  const { columns, recognisedBy } = returnModule(kind);
  const fields = columns.map(({ name, type }) => ({
    name,
    required: recognisedBy.includes(name),
    date: type === 'date',
    synonyms: OTHER_NAMES_IN_RETURNS[name] ?? [],
  }));
  return { kind, fields, leastColumns: Math.ceil(columns.length / 2) };
}
