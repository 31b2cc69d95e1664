import { WellplacedError } from '../../../core/errors.ts';
import { plainDateFrom } from '../../../core/plain-date.ts';
import { canonicalHeader } from '../files/header.ts';
import { layoutOf } from '../files/layout.ts';
import { spreadsheetDay } from '../files/spreadsheet-day.ts';
import type { DateStyle, MappedField, SavedMapping } from './saved-mapping.ts';

/** A mapping laid over the columns of one file. */
export interface AppliedMapping {
  /** The layout's own column names, in its order. */
  readonly header: readonly string[];
  /** A row of the file as a row of the layout. */
  readonly cellsOf: (cells: readonly string[]) => readonly string[];
  /** Columns of the file that the mapping does not use. */
  readonly unmappedColumns: readonly string[];
  /** Fields that the layout needs and the mapping does not fill. */
  readonly missingFields: readonly string[];
}

const MONTH_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})((?:[ T].*)?)$/;

/** A date in the style of the file as ISO text; what is not in that style stays as it is, for the checks to judge. */
function inIso(text: string, style: DateStyle): string {
  if (style === 'spreadsheet-number' && /^\d{4,5}(?:\.0+)?$/.test(text)) {
    return spreadsheetDay(text);
  }
  const match = style === 'month-first' ? MONTH_FIRST.exec(text) : null;
  if (match === null) return text;
  const day = plainDateFrom(Number(match[3]), Number(match[1]), Number(match[2]));
  return day === undefined ? text : `${day}${match[4]}`;
}

type Fill = (cells: readonly string[]) => string;

function fillOf(mapped: MappedField, header: readonly string[], path: string): Fill {
  if ('constant' in mapped) return () => mapped.constant;
  const wanted = canonicalHeader(mapped.sourceColumn);
  const position = header.findIndex((column) => canonicalHeader(column) === wanted);
  if (position === -1) {
    throw new WellplacedError(
      'mapped-column-missing',
      `${path} has no column ${mapped.sourceColumn}, from which the mapping takes ${mapped.field}.`,
      'Import a file of the layout the mapping was made for, or change the mapping.',
    );
  }
  const entries = Object.entries(mapped.translations ?? {});
  if (entries.length === 0) return (cells) => cells[position] ?? '';
  const translations = new Map(entries.map(([from, to]) => [from.trim().toUpperCase(), to]));
  return (cells) => {
    const text = cells[position] ?? '';
    return translations.get(text.trim().toUpperCase()) ?? text;
  };
}

/** Lays a mapping over the columns of a file. Throws a WellplacedError when the file does not have a column the mapping names. */
export function applyMapping(
  mapping: SavedMapping,
  header: readonly string[],
  path: string,
): AppliedMapping {
  const { fields } = layoutOf(mapping.kind);
  const fills = fields.map(({ name, date }): Fill | undefined => {
    const mapped = mapping.columns.find(({ field }) => canonicalHeader(field) === name);
    if (mapped === undefined) return undefined;
    const fill = fillOf(mapped, header, path);
    return date ? (cells) => inIso(fill(cells).trim(), mapping.dateStyle) : fill;
  });
  const used = new Set(
    mapping.columns.flatMap((mapped) =>
      'sourceColumn' in mapped ? [canonicalHeader(mapped.sourceColumn)] : [],
    ),
  );
  return {
    header: fields.map(({ name }) => name),
    cellsOf: (cells) => fills.map((fill) => fill?.(cells) ?? ''),
    unmappedColumns: header.filter((column) => !used.has(canonicalHeader(column))),
    missingFields: fields
      .filter(({ required }, at) => required && fills[at] === undefined)
      .map(({ name }) => name),
  };
}
