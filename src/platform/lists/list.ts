import type { ComponentChildren, VNode } from 'preact';
import type { Crumb } from '../components/breadcrumbs.tsx';
import type { Choice } from '../components/choices.tsx';
import type { SortOrder } from '../components/sortable-heading.tsx';
import type { TabularColumn, TabularRow, WorkbookNote } from '../downloads/tabular-data.ts';
import type { PageRequest, ReadingRequest } from '../http/route.ts';
import type { FileNaming } from './file-naming.ts';
import type { Filters, ValuesOf } from './filters.tsx';

/** A column by which a list is sorted, and which way. */
export interface Order {
  readonly key: string;
  readonly order: SortOrder;
}

/** What is asked of a list: its filters, its order, and which page of it. */
export interface Asked<Values> {
  readonly values: Values;
  readonly order: Order;
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** A page of a list; a list may load more beside it. */
export interface Loaded<Row> {
  readonly rows: readonly Row[];
  /** How many rows there are on all pages. */
  readonly total: number;
}

/** What a file of a list is made of. */
export interface FileRows {
  readonly rows: Iterable<TabularRow> | AsyncIterable<TabularRow>;
  /** How many they are, where that is known before they are sent; for the trail. */
  readonly total?: number;
}

/** A list as it is shown to a person. */
export interface Shown<Values, Found> {
  readonly request: PageRequest;
  readonly values: Values;
  readonly loaded: Found;
}

/** A column of a list, on its page and in its file. */
export interface ListColumn<Row, Values, Found> extends TabularColumn {
  /** Stands on the page only, or in the file only. */
  readonly only?: 'page' | 'file';
  /** Stands only in files that name children so: a column that tells which child a row is of, or words by which one could be known. */
  readonly tells?: FileNaming;
  /** What a code of the column is in words, on the page and in its files; sorting, filters and the API keep the code. */
  readonly words?: (code: string) => string;
  /** Whether its heading sorts; it does unless said otherwise. */
  readonly sortable?: false;
  /** Whether its cells hold whole sentences. */
  readonly sentences?: boolean;
  /** What the page shows in place of the row's plain value under the key. */
  readonly cell?: (row: Row, shown: Shown<Values, Found>) => ComponentChildren;
}

type RowOf<Found extends Loaded<unknown>> = Found['rows'][number];

/** Where a list stands. */
export interface ListPlace<Values> {
  /** What its files are called: `costs`. */
  readonly name: string;
  /** What it is called on the trail: `list of costs`. */
  readonly thing: string;
  /** Of its page; its files are at `<path>/file/csv` and `<path>/file/xlsx`. */
  readonly path: string;
  readonly section: string;
  readonly breadcrumbs?: (request: ReadingRequest, values: Values | undefined) => readonly Crumb[];
  /** What the notes of its spreadsheet say besides who had it when and how it is narrowed. */
  readonly notes?: (request: ReadingRequest, values: Values) => Promise<readonly WorkbookNote[]>;
  /** What a list says to a reader from whom rows are hidden, whatever it is narrowed to; nothing to anybody else. */
  readonly leftOut?: (request: ReadingRequest) => Promise<string | undefined>;
}

/** What a list is, apart from where it stands. */
export interface ListParts<
  Permission extends string,
  F extends Filters,
  Found extends Loaded<unknown>,
> {
  readonly permission: Permission;
  readonly title: string;
  /** The title of a list so narrowed. */
  readonly titled?: (values: ValuesOf<F>, loaded: NoInfer<Found>) => string;
  readonly filters: F;
  /** One page of the rows that the filters leave, in order, of what the reader may see. */
  load(request: ReadingRequest, asked: Asked<ValuesOf<F>>): Promise<Found>;
  /** Choices of filters that the rows themselves offer. */
  readonly choices?: (
    loaded: NoInfer<Found>,
    values: ValuesOf<F>,
  ) => Partial<Readonly<Record<keyof F, readonly Choice[]>>>;
  readonly columns: ListColumns<RowOf<NoInfer<Found>>, ValuesOf<F>, NoInfer<Found>>;
  /** The column whose cell names its row. */
  readonly rowHeader?: string;
  readonly first: Order;
  /** 50 unless said otherwise. */
  readonly pageSize?: number;
  /** The column of a file under pseudonyms that holds them, where the reader’s page names children; its files are had in one form alone unless said. */
  readonly namesChildren?: (request: ReadingRequest) => string | undefined;
  /** Every row that the filters leave, as the file holds it; those of `load`, by `fileRow`, unless given. */
  readonly file?: (
    request: ReadingRequest,
    asked: Asked<ValuesOf<F>>,
    naming: FileNaming,
  ) => FileRows | Promise<FileRows>;
  readonly fileRow?: (row: RowOf<NoInfer<Found>>, naming: FileNaming) => TabularRow;
  /** What follows the name in a file's name: the night, the week. */
  readonly fileOf?: (request: ReadingRequest, values: ValuesOf<F>) => string;
  /** Said under the links to the files. */
  readonly fileNote?: string;
  /** What is counted, after the number: `children looked after`. */
  readonly counted: (total: number, shown: Shown<ValuesOf<F>, NoInfer<Found>>) => ComponentChildren;
  /** Said in place of the rows where there are none at all. */
  readonly empty: string;
  /** Said in place of the rows where the filters leave none. */
  readonly noMatch: string;
  /** Over the heading. */
  readonly caption?: (shown: Shown<ValuesOf<F>, NoInfer<Found>>) => ComponentChildren;
  /** Under the heading; without rows where the filters cannot be read. */
  readonly lead?: (
    request: PageRequest,
    shown: Shown<ValuesOf<F>, NoInfer<Found>> | undefined,
  ) => VNode | null | undefined;
  /** Between the filters and the rows. */
  readonly between?: (shown: Shown<ValuesOf<F>, NoInfer<Found>>) => VNode | null;
  /** Round the table, such as a form in which rows are chosen. */
  readonly around?: (table: VNode, shown: Shown<ValuesOf<F>, NoInfer<Found>>) => VNode;
  /** The last row: what all pages come to. */
  readonly sums?: (
    shown: Shown<ValuesOf<F>, NoInfer<Found>>,
  ) => Readonly<Record<string, ComponentChildren>>;
  /** Under the rows. */
  readonly below?: (shown: Shown<ValuesOf<F>, NoInfer<Found>>) => VNode | null;
}

/** The columns of a list, where they depend on it for a reader. */
export type ListColumns<Row, Values, Found> =
  | readonly ListColumn<Row, Values, Found>[]
  | ((request: ReadingRequest, values: Values) => readonly ListColumn<Row, Values, Found>[]);

/** A list: its routes, its rows of the API and its saved views follow from it. */
export type List<
  Permission extends string,
  F extends Filters,
  Found extends Loaded<unknown>,
> = ListPlace<ValuesOf<F>> & ListParts<Permission, F, Found>;

/** A list, its types told from its parts. */
export function list<
  const Permission extends string,
  F extends Filters,
  Found extends Loaded<unknown>,
>(of: List<Permission, F, Found>): List<Permission, F, Found> {
  return of;
}
