import type { VNode } from 'preact';
import { Button } from '../../../../platform/components/button.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import type { FieldProblem } from '../../../../platform/http/form.ts';
import type { FormFields } from '../../../../platform/http/route.ts';
import { paths } from '../../../paths.ts';
import type { RowKind } from '../../files/file-kind.ts';
import { kindName } from '../../files/kind-name.ts';
import type { MappableFile, Preview } from '../../mappings/preview.ts';
import { ChooseKind, FirstRows, likeliestKind } from './choose-kind.tsx';
import { MappingFields } from './mapping-fields.tsx';
import { PreviewTable } from './preview-table.tsx';

/** The title of the page and the words of its heading. */
export const MAP_TITLE = 'Map the columns of a file';

/** The page on which a file's columns are mapped: what its rows are, then where each field comes from. */
export function MapView(props: {
  readonly file: MappableFile;
  readonly kind: RowKind | undefined;
  readonly typed: FormFields;
  readonly problems?: readonly FieldProblem[];
  readonly preview?: Preview | undefined;
}): VNode {
  const { file, kind, typed, problems = [], preview } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
      <span class="wellplaced-caption wellplaced-path">{file.path}</span>
      <h1 class="govuk-heading-l">{MAP_TITLE}</h1>
      <p class="govuk-body">
        Say once where each field stands in files of this layout, and save it under a name. From
        then on files with the same columns are read by it.
      </p>
      <FirstRows file={file} open={kind === undefined} />
      <ChooseKind
        file={file}
        kind={kind ?? likeliestKind(file.header)}
        chosen={kind !== undefined}
      />
      {kind !== undefined && (
        <>
          {preview !== undefined && <PreviewTable preview={preview} />}
          <h2 class="govuk-heading-m">{kindName(kind)}: where each field comes from</h2>
          <form
            method="post"
            action={paths.mapColumns(file.importId, file.fileNumber, kind)}
            aria-label="Where the fields come from"
          >
            <MappingFields kind={kind} header={file.header} typed={typed} problems={problems} />
            <div class="wellplaced-actions">
              <Button text="Preview" kind="secondary" name="action" value="preview" />
              <Button text="Save this layout" name="action" value="save" />
            </div>
          </form>
        </>
      )}
    </>
  );
}
