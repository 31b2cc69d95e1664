import { WellplacedError } from '../../../core/errors.ts';
import { canonicalHeader } from './header.ts';
import { layoutFor } from './match-layout.ts';
import type { RecognisedFile } from './recognised-file.ts';

type Form = Omit<RecognisedFile, 'kind' | 'extraColumns' | 'missingColumns'>;

/** Two columns of one name leave open which is meant. */
function refuseDuplicates(header: readonly string[], used: readonly number[], path: string): void {
  const names = header.map(canonicalHeader);
  const twice = used.find((position) => names.indexOf(names[position] ?? '', position + 1) !== -1);
  if (twice === undefined) return;
  throw new WellplacedError(
    'column-twice',
    `${path} has the column ${header[twice]} twice.`,
    'Remove one of the two, or rename it, and import the file again.',
  );
}

/** A table with the kind of its rows, by its set of columns. Throws a WellplacedError when it has a column of the kind twice. */
export function tableWithKind(form: Form): RecognisedFile {
  const match = layoutFor(form.header);
  if (match === undefined) {
    return { ...form, kind: 'unrecognised', extraColumns: [], missingColumns: [] };
  }
  const used = match.positions.filter((position) => position !== -1);
  refuseDuplicates(form.header, used, form.path);
  return {
    ...form,
    kind: match.layout.kind,
    extraColumns: form.header.filter((name, at) => name.trim() !== '' && !used.includes(at)),
    missingColumns: match.layout.fields
      .filter((_field, at) => match.positions[at] === -1)
      .map(({ name }) => name),
  };
}
