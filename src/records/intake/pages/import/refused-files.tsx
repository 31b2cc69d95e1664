import type { VNode } from 'preact';
import { Button } from '../../../../platform/components/button.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import { mappingFor } from '../../mappings/mapping-for.ts';
import type { SavedMapping } from '../../mappings/saved-mapping.ts';
import type { ImportedFile } from '../../outcome-parts.ts';
import { DAYS_HELD } from '../../uploads/old-uploads.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

function WhatToDo(props: {
  readonly importId: string;
  readonly file: ImportedFile;
  readonly mapping: SavedMapping | undefined;
  readonly held: boolean;
}): VNode {
  const { importId, file, mapping, held } = props;
  if (!file.mappable) {
    return (
      <>
        Put the file right, or export it again, and{' '}
        <a class={LINK} href={paths.newImport}>
          import it
        </a>
      </>
    );
  }
  if (mapping !== undefined) {
    return (
      <>
        Its columns are now known as{' '}
        <a class={LINK} href={paths.mapping(mapping.name)}>
          {mapping.name}
        </a>
        .{' '}
        <a class={LINK} href={paths.mapColumns(importId, file.fileNumber)}>
          Change that<span class="govuk-visually-hidden"> for {file.path}</span>
        </a>
        {!held && (
          <>
            . Choose the file again and{' '}
            <a class={LINK} href={paths.newImport}>
              import it
            </a>
          </>
        )}
      </>
    );
  }
  return (
    <a class={LINK} href={paths.mapColumns(importId, file.fileNumber)}>
      Map its columns<span class="govuk-visually-hidden"> of {file.path}</span>
    </a>
  );
}

/** The files that were refused whole, why, and what can be done; with a button when all that was missing is there now. */
export function RefusedFiles(props: {
  readonly importId: string;
  readonly files: readonly ImportedFile[];
  readonly mappings: readonly SavedMapping[];
  /** Numbers of the files that the database still holds. */
  readonly held: readonly number[];
  /** Whether the reader may import, and so can do something about it. */
  readonly mayImport: boolean;
}): VNode | null {
  const { importId, files, mappings, held, mayImport } = props;
  const refused = files.filter((file) => file.problem !== null);
  if (refused.length === 0) return null;
  const known = (file: ImportedFile) =>
    file.mappable ? mappingFor(file.header, mappings) : undefined;
  const ready = refused.filter((file) => known(file) && held.includes(file.sourceNumber));
  return (
    <div id="refused">
      <Table
        caption="Files refused"
        columns={[
          { key: 'path', heading: 'File', type: 'text' },
          { key: 'why', heading: 'Why', type: 'text' },
          ...(mayImport
            ? [{ key: 'what', heading: 'What you can do', type: 'text' } as const]
            : []),
        ]}
        rowHeader="path"
        rows={refused.map((file) => ({
          cells: {
            path: <span class="wellplaced-path">{file.path}</span>,
            why: <span class="wellplaced-path">{file.problem}</span>,
            what: (
              <WhatToDo
                importId={importId}
                file={file}
                mapping={known(file)}
                held={held.includes(file.sourceNumber)}
              />
            ),
          },
        }))}
        empty=""
      />
      {mayImport && ready.length > 0 && (
        <form method="post" action={paths.importAgain(importId)}>
          <Button text="Import again with the saved layout" />
        </form>
      )}
      {held.length > 0 && (
        <p class="govuk-hint">
          Files of a layout that is not known are held for {DAYS_HELD} days, so that they can be
          imported again once their columns are mapped. Then they are deleted.
        </p>
      )}
      {mayImport && held.length > 0 && (
        <form method="post" action={paths.letGoOfFiles(importId)}>
          <Button text="Delete the files that are held now" kind="secondary" />
        </form>
      )}
    </div>
  );
}
