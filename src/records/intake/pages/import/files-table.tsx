import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { Table, type TableRow } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import { kindName } from '../../files/kind-name.ts';
import type { ImportedFile } from '../../outcome-parts.ts';
import { COUNTS, countName, totalsOf } from './counts.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

function FileName({ file }: { readonly file: ImportedFile }): VNode {
  const { ignoredColumns: ignored } = file;
  return (
    <>
      <span class="wellplaced-path">{file.path}</span>
      {ignored.length > 0 && (
        <span class="govuk-hint wellplaced-cell-note">
          {counted(ignored.length, 'column')} read past: {ignored.join(', ')}
        </span>
      )}
    </>
  );
}

function tableRow(file: ImportedFile, importId: string): TableRow {
  const number = file.rejected.toLocaleString('en-GB');
  return {
    cells: {
      ...Object.fromEntries(COUNTS.map((count) => [count, file[count]])),
      path: <FileName file={file} />,
      kind: (
        <>
          {kindName(file.kind)}
          {file.returnYear !== null && (
            <span class="govuk-hint wellplaced-cell-note">{file.returnYear} return</span>
          )}
        </>
      ),
      rejected:
        file.rejected === 0 ? (
          0
        ) : (
          <a class={LINK} href={paths.rejectedRows(importId, file.fileNumber)}>
            {number}
            <span class="govuk-visually-hidden"> rejected rows of {file.path}</span>
          </a>
        ),
    },
  };
}

/** The files that were read, with what became of their rows. */
export function FilesTable(props: {
  readonly importId: string;
  readonly files: readonly ImportedFile[];
}): VNode | null {
  const read = props.files.filter((file) => file.problem === null);
  if (read.length === 0) return null;
  const rows = read.map((file) => tableRow(file, props.importId));
  const total: TableRow = { total: true, cells: { path: 'All files', ...totalsOf(read) } };
  return (
    <div id="files">
      <Table
        caption="Files"
        columns={[
          { key: 'path', heading: 'File', type: 'text' },
          { key: 'kind', heading: 'Records', type: 'text' },
          ...COUNTS.map((key) => ({ key, heading: countName(key), type: 'whole' as const })),
        ]}
        rowHeader="path"
        rows={read.length > 1 ? [...rows, total] : rows}
        empty=""
        tall={read.length > 30}
      />
    </div>
  );
}
