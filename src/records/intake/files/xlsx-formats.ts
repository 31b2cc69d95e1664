import type { WorkbookParts } from './xlsx-container.ts';
import { readPart } from './xlsx-xml.ts';

/** How a cell style shows a number: as it is, as a day or a time of day, or as a whole number of a fixed width. */
export type NumberForm = 'value' | 'day' | 'time' | { readonly width: number };

/** The formats without a code of their own (ECMA-376 part 1, 18.8.30), East Asian days and times among them. */
const BUILT_IN_DAYS = /^(?:1[4-7]|22|2[7-9]|3[016]|5[0-46-8])$/;
const BUILT_IN_TIMES = /^(?:1[89]|2[01]|3[2-5]|4[5-7]|55)$/;

/** Texts in a format's code, which say nothing of the kind of number but stand between its digits. */
const TEXTS = /"[^"]*"?|\\./g;
/** Fillers, colours, conditions and languages, and the words that hold letters of days and times. */
const NOT_THE_NUMBER = /[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general|am\/pm|a\/p/gi;

/** What a format's code shows of a number. */
export function formOfCode(code: string): NumberForm {
  const bare = code.replace(TEXTS, '~').replace(NOT_THE_NUMBER, '');
  const [first = ''] = bare.toLowerCase().split(';');
  if (/[yd]/.test(first)) return 'day';
  if (/[hs]|\[m/.test(first)) return 'time';
  if (first.includes('m')) return 'day';
  const zeros = first.trim();
  return /^0{2,}$/.test(zeros) ? { width: zeros.length } : 'value';
}

function builtIn(id: string): NumberForm {
  if (BUILT_IN_DAYS.test(id)) return 'day';
  return BUILT_IN_TIMES.test(id) ? 'time' : 'value';
}

/** The form of each cell style, in the order in which cells name them; none without a part of styles. */
export async function numberForms(
  parts: WorkbookParts,
  part: string | undefined,
): Promise<readonly NumberForm[]> {
  if (part === undefined) return [];
  const codes = new Map<string, NumberForm>();
  const forms: NumberForm[] = [];
  let inCells = false;
  await readPart(parts, part, {
    open(name, { numFmtId: id = '0', formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(id, formOfCode(formatCode));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) forms.push(codes.get(id) ?? builtIn(id));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return forms;
}
