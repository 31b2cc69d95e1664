import { type FieldProblem, typedValue } from '../../../../platform/http/form.ts';
import type { FormFields } from '../../../../platform/http/route.ts';
import { layoutOf } from '../../files/layout.ts';
import {
  DATE_STYLES,
  type DateStyle,
  type MappedField,
  type SavedMapping,
} from '../../mappings/saved-mapping.ts';
import { suggestMapping } from '../../mappings/suggest-mapping.ts';

type Kind = SavedMapping['kind'];

/** The names of the form's fields for one field of the layout. */
export function fieldNames(field: string) {
  return { column: `column-${field}`, constant: `constant-${field}`, values: `values-${field}` };
}

const SPREADSHEET_DAY = /^[34]\d{4}$/;
const MONTH_FIRST = /^\d{1,2}[/.-](?:1[3-9]|2\d|3[01])[/.-]\d{4}$/;

/** How the dates of the first rows are likely written: a second part beyond 12 cannot be a month. */
function likelyDateStyle(dates: readonly string[]): DateStyle {
  if (dates.some((text) => MONTH_FIRST.test(text))) return 'month-first';
  return dates.some((text) => SPREADSHEET_DAY.test(text)) ? 'spreadsheet-number' : 'automatic';
}

/** The form as first shown: each field from the column that most likely holds it, dates as the first rows write them. */
export function suggestedFields(
  kind: Kind,
  header: readonly string[],
  sample: readonly { readonly cells: readonly string[] }[],
): FormFields {
  const days = new Set(layoutOf(kind).fields.flatMap(({ name, date }) => (date ? [name] : [])));
  const chosen: [string, string][] = [];
  const dates: string[] = [];
  for (const mapped of suggestMapping(kind, header)) {
    if (!('sourceColumn' in mapped)) continue;
    chosen.push([fieldNames(mapped.field).column, mapped.sourceColumn]);
    const at = header.indexOf(mapped.sourceColumn);
    if (days.has(mapped.field)) dates.push(...sample.map(({ cells }) => (cells[at] ?? '').trim()));
  }
  return { dateStyle: likelyDateStyle(dates), ...Object.fromEntries(chosen) };
}

/** A mapping as a filled-in form. */
export function fieldsOfMapping({ name, dateStyle, columns, extent }: SavedMapping): FormFields {
  const filled = columns.flatMap((mapped): [string, string][] => {
    const names = fieldNames(mapped.field.toUpperCase());
    if ('constant' in mapped) return [[names.constant, mapped.constant]];
    const translated = Object.entries(mapped.translations ?? {}).map(
      ([from, to]) => `${from} = ${to}`,
    );
    return [
      [names.column, mapped.sourceColumn],
      [names.values, translated.join('\n')],
    ];
  });
  return { name, dateStyle, extent: extent ?? 'usual', ...Object.fromEntries(filled) };
}

type Translations = Readonly<Record<string, string>>;

/** Lines `Residential = core`; a line without the sign gives what to say about it. */
function readTranslations(text: string): Translations | string {
  const pairs: [string, string][] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const at = line.indexOf('=');
    const from = line.slice(0, at).trim();
    if (at === -1 || from === '') return `Write “${line.trim()}” as value = what it stands for`;
    pairs.push([from, line.slice(at + 1).trim()]);
  }
  return Object.fromEntries(pairs);
}

function mapped(
  field: string,
  column: string,
  constant: string,
  translations: Translations,
): MappedField | undefined {
  if (constant !== '') return { field, constant };
  if (column === '') return undefined;
  const some = Object.keys(translations).length > 0 ? { translations } : {};
  return { field, sourceColumn: column, ...some };
}

/** What the form says, or everything that is wrong with it. */
export type MappingCheck =
  | { readonly ok: true; readonly mapping: SavedMapping }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const LONGEST_NAME = 60;

function nameProblem(name: string): FieldProblem[] {
  if (name === '') return [{ field: 'name', message: 'Enter a name for this layout' }];
  if (name.length <= LONGEST_NAME) return [];
  return [{ field: 'name', message: `The name must be ${LONGEST_NAME} characters or fewer` }];
}

/** Checks the name that a layout is to have. */
export function readName(fields: FormFields): { name: string; problems: FieldProblem[] } {
  const name = typedValue(fields, 'name').trim();
  return { name, problems: nameProblem(name) };
}

/** For what files of the layout stand, as the form says. */
export function readExtent(form: FormFields): Pick<SavedMapping, 'extent'> {
  const said = typedValue(form, 'extent');
  return said === 'whole' || said === 'changes' ? { extent: said } : {};
}

/** Reads the form in which columns are mapped; `header` are the file's columns. */
export function readMapping(kind: Kind, header: readonly string[], form: FormFields): MappingCheck {
  const { name, problems } = readName(form);
  const style = typedValue(form, 'dateStyle');
  const dateStyle: DateStyle = DATE_STYLES.find((each) => each === style) ?? 'automatic';
  const columns: MappedField[] = [];
  for (const { name: field, required } of layoutOf(kind).fields) {
    const names = fieldNames(field);
    const column = typedValue(form, names.column);
    const constant = typedValue(form, names.constant).trim();
    const translations = readTranslations(typedValue(form, names.values));
    const say = (at: string, message: string) => problems.push({ field: at, message });
    if (column !== '' && constant !== '') {
      say(names.column, `Fill ${field} from a column or with one value, not with both`);
    } else if (column !== '' && !header.includes(column)) {
      say(names.column, `Choose a column of the file for ${field}`);
    } else if (required && column === '' && constant === '') {
      say(names.column, `Say where ${field} comes from`);
    }
    if (typeof translations === 'string') say(names.values, translations);
    else {
      const one = mapped(field, column, constant, translations);
      if (one !== undefined) columns.push(one);
    }
  }
  if (problems.length === 0 && !columns.some((one) => 'sourceColumn' in one)) {
    const [first] = layoutOf(kind).fields;
    problems.push({
      field: fieldNames(first?.name ?? '').column,
      message: 'Fill at least one field from a column of the file',
    });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, mapping: { name, kind, columns, dateStyle, ...readExtent(form) } };
}
