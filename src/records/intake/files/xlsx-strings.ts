import { detached } from './remembered.ts';
import { tooLargeWorkbook } from './workbook-errors.ts';
import type { WorkbookParts } from './xlsx-container.ts';
import { readPart } from './xlsx-xml.ts';

const MOST_STRINGS = 2_000_000;
const MOST_CHARACTERS = 60_000_000;

const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** Characters that no text has: the null character, and half of a pair, which stands where a letter was cut in two. */
const NO_TEXT = /\0|\p{Surrogate}/gu;

/** A text without the escapes by which the format writes characters that XML cannot hold: `_x000D_`. What is no character of a text becomes the mark of a lost letter. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  const read = text.replace(ESCAPED, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return read.replace(NO_TEXT, '\uFFFD');
}

/** The texts that cells share, by their numbers; none without a part of them. Readings aloud are left out. Throws a WellplacedError when they are too many to hold. */
export async function sharedStrings(
  parts: WorkbookParts,
  part: string | undefined,
): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let characters = 0;
  let text = '';
  let inText = false;
  let aloud = false;
  await readPart(parts, part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') aloud = true;
      else if (name === 't') inText = !aloud;
    },
    text(more) {
      if (inText) text += more;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') aloud = false;
      else if (name === 'si') {
        characters += text.length;
        strings.push(detached(unescaped(text)));
        if (strings.length > MOST_STRINGS || characters > MOST_CHARACTERS) {
          throw tooLargeWorkbook(parts.path, 'holds more text than is read from a workbook');
        }
      }
    },
  });
  return strings;
}
