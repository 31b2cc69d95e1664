import { CsvError, parse } from 'csv-parse/sync';

/** A record that holds quotation marks, as its lines stand in the file. */
export interface QuotedRecord {
  readonly line: number;
  readonly text: string;
}

function parsed(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: 0,
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** Splits records that hold quotation marks, many in one call; undefined stands for one that cannot be split. */
export function splitQuoted(
  records: readonly QuotedRecord[],
  delimiter: string,
): readonly (readonly string[] | undefined)[] {
  const together = parsed(records.map(({ text }) => text).join('\n'), delimiter);
  if (together?.length === records.length) return together;
  return records.map(({ text }) => {
    const alone = parsed(text, delimiter);
    return alone?.length === 1 ? alone[0] : undefined;
  });
}

/** Whether the text holds an even number of quotation marks, so that no value is left open. */
export function quotesAreClosed(text: string): boolean {
  let closed = true;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) closed = !closed;
  return closed;
}
