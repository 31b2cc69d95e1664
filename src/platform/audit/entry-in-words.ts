import { inFigures, oneOrMore } from '../../core/english.ts';
import { dateInWords, parseIsoDate } from '../../core/plain-date.ts';
import { NO_REASON_ASKED } from './answer-audited.ts';
import type { AuditEntry, Names } from './entry.ts';

/** What each action is called where one is chosen. */
export const ACTION_NAMES: Readonly<Record<string, string>> = {
  view: 'Looked at',
  export: 'Downloaded',
  insert: 'Added',
  update: 'Changed',
  delete: 'Removed',
  import: 'Imported',
  attempt: 'Tried',
};

/** Parts of a key that say nothing to a reader: the council is the reader's own, the child is named first. */
const UNSAID = new Set(['authority_id', 'child_id', 'format']);

function nameOf(name: string, names: Readonly<Record<string, string>>): string {
  return names[name] ?? name.replaceAll('_', ' ').replaceAll('-', ' ');
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/London',
});

/** The moment by the clock in London: `22 November 2026 at 13:05:09`. */
export function momentInWords(moment: Date): string {
  return CLOCK.format(moment);
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** A value as a reader writes it: a day or a moment in words, a list with commas, nothing as "empty". */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return inFigures(value);
  if (Array.isArray(value))
    return value.length === 0 ? 'empty' : value.map(valueInWords).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (MOMENT.test(value)) return momentInWords(new Date(value));
  const day = parseIsoDate(value);
  return day === undefined ? value : dateInWords(day);
}

function details(entry: AuditEntry, names: Names): string {
  const parts = Object.entries(entry.key)
    .filter(([name]) => !UNSAID.has(name))
    .map(([name, value]) => `${nameOf(name, names.columns)}: ${valueInWords(value)}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function subject(entry: AuditEntry, names: Names): string {
  const child = entry.key.child_id;
  if (entry.thing === 'child') return `the record of child ${valueInWords(child)}`;
  const of = child === undefined ? '' : ` of child ${valueInWords(child)}`;
  return `the ${nameOf(entry.thing, names.things)}${of}`;
}

function deed(entry: AuditEntry, names: Names): string {
  const what = subject(entry, names);
  switch (entry.action) {
    case 'view':
      return `looked at ${what}`;
    case 'export': {
      const { rows } = entry.after ?? {};
      const format = entry.key.format === undefined ? '' : ` as ${String(entry.key.format)}`;
      const many = typeof rows === 'number' ? `, ${inFigures(rows)} rows` : '';
      return `downloaded ${what}${format}${many}`;
    }
    case 'insert':
      return `added ${what}`;
    case 'update':
      return `changed ${what}`;
    case 'delete':
      return `removed ${what}`;
    case 'import': {
      const { files } = entry.after ?? {};
      const count = Array.isArray(files) ? files.length : undefined;
      return count === undefined
        ? 'imported files'
        : `imported ${oneOrMore(count, 'one file', `${inFigures(count)} files`)}`;
    }
    case 'attempt':
      return `tried the ${nameOf(entry.thing, names.things)}${entry.key.child_id === undefined ? '' : ` ${valueInWords(entry.key.child_id)}`}`;
    default:
      return `${entry.action}: ${what}`;
  }
}

/** What was done, in words that follow on a name: `changed the care episode of child A100 (decom: 1 May 2020)`. */
export function deedInWords(entry: AuditEntry, names: Names): string {
  return `${deed(entry, names)}${entry.action === 'import' ? '' : details(entry, names)}`;
}

/** Why it was done; undefined where nobody was asked. */
export function reasonInWords({ reason }: AuditEntry): string | undefined {
  return reason === NO_REASON_ASKED ? undefined : reason;
}

/** What changed in words, a line for each column: `place: U6, became K2`. Nothing for what was only seen. */
export function changesInWords(entry: AuditEntry, names: Names): readonly string[] {
  if (!['insert', 'update', 'delete'].includes(entry.action)) return [];
  const { before, after, key } = entry;
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return columns
    .filter((column) => entry.action === 'update' || !(column in key))
    .flatMap((column) => {
      const was = valueInWords(before?.[column]);
      const became = valueInWords(after?.[column]);
      const name = nameOf(column, names.columns);
      if (entry.action === 'update') {
        if (was === 'withheld') return [`${name}: changed, not shown`];
        return [`${name}: ${was}, became ${became}`];
      }
      const value = entry.action === 'insert' ? became : was;
      return value === 'empty' ? [] : [`${name}: ${value === 'withheld' ? 'not shown' : value}`];
    });
}
