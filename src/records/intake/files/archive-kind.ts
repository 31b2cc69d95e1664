import { WellplacedError } from '../../../core/errors.ts';
import { brokenWorkbook, notThisWorkbook } from './workbook-errors.ts';
import type { WorkbookParts } from './xlsx-container.ts';
import { relationsOf } from './xlsx-relations.ts';

/** Other kinds of file that are ZIP archives too, by a part that only they have. */
const OTHER_KINDS: readonly (readonly [part: RegExp, what: string])[] = [
  [/^xl\/workbook\.bin$/i, 'a binary workbook (.xlsb)'],
  [/^content\.xml$/i, 'an OpenDocument file (.ods), which is not read'],
  [/^word\//i, 'a Word document'],
  [/^ppt\//i, 'a PowerPoint presentation'],
  [/^Index\/.*\.iwa$/i, 'a Numbers or Pages document'],
];

const NAMES_SHOWN = 5;

function notWorkbook(parts: WorkbookParts): WellplacedError {
  const { names, path } = parts;
  if (parts.has('[Content_Types].xml')) return brokenWorkbook(path, 'its workbook part is missing');
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  const holds = names.length === 0 ? 'nothing' : names.slice(0, NAMES_SHOWN).join(', ');
  return new WellplacedError(
    'archive-not-workbook',
    `${path} is a ZIP archive, not a workbook: it holds ${holds}${more}.`,
    'Unpack it and import the files inside.',
  );
}

/** The name of the part that lists the sheets. Throws a WellplacedError when the archive is something else than a workbook. */
export async function workbookPart(parts: WorkbookParts): Promise<string> {
  const relations = await relationsOf(parts, '');
  const main = relations.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const other = OTHER_KINDS.find(([part]) => parts.names.some((name) => part.test(name)));
  if (other !== undefined) throw notThisWorkbook(parts.path, 'file-not-records', other[1]);
  if (parts.has(main)) return main;
  throw notWorkbook(parts);
}
