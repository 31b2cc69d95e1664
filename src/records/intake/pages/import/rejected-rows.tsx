import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { Details } from '../../../../platform/components/messages.tsx';
import { Pagination } from '../../../../platform/components/pagination.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import { NotShown } from '../../../restrictions/not-shown.tsx';
import { kindName } from '../../files/kind-name.ts';
import type { Outcome } from '../../load-outcome.ts';
import { REJECTIONS_ON_A_PAGE } from '../../load-rejections.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** What the section of rejected rows shows. */
export interface RejectedRowsProps
  extends Pick<
    Outcome,
    'files' | 'kinds' | 'rejections' | 'rejectionsSeen' | 'leavesOut' | 'only' | 'page' | 'query'
  > {
  readonly importId: string;
  /** Whether the reader may import the corrected rows. */
  readonly mayImport: boolean;
  /** Offered as the reason when the corrected rows are imported. */
  readonly reason: string;
}

function Downloads({ importId, files, kinds }: RejectedRowsProps): VNode {
  const downloads = files
    .filter((file) => file.rejected > 0)
    .flatMap((file) => {
      const some = file.kind === 'return_xml' ? (kinds.get(file.fileNumber) ?? []) : [undefined];
      return some.map((kind) => ({ file, kind }));
    });
  return (
    <ul class="govuk-list govuk-list--bullet">
      {downloads.map(({ file, kind }) => (
        <li key={`${file.fileNumber} ${kind}`}>
          <a
            class={`${LINK} wellplaced-path`}
            href={paths.rejections(importId, file.fileNumber, kind)}
          >
            Rejected rows of {file.path}
            {kind !== undefined && `, ${kindName(kind)}`} (CSV)
          </a>
        </li>
      ))}
    </ul>
  );
}

function HowToCorrect(props: RejectedRowsProps): VNode {
  if (!props.mayImport) return <Downloads {...props} />;
  return (
    <>
      <h2 class="govuk-heading-s">Correct them and import them again</h2>
      <Downloads {...props} />
      <p class="govuk-body">
        Correct the rows in the file and{' '}
        <a class={LINK} href={paths.newImportBecause(props.reason)}>
          import it as it is
        </a>
        .
      </p>
      <Details summary="What is in the files">
        <p class="govuk-body">
          Each file has the columns of the one that was imported, and its cells exactly as they
          stood, so that nothing but your corrections changes. Two columns stand after them:{' '}
          <code>wellplaced_line</code>, the line of the row in the file, and{' '}
          <code>wellplaced_reason</code>. The import reads past both. No apostrophe is put before a
          cell that begins with a sign such as = or +, which a spreadsheet may take for a formula.
        </p>
      </Details>
    </>
  );
}

/** The rejected rows: where they stand, why, and how to bring them in after all. */
export function RejectedRows(props: RejectedRowsProps): VNode | null {
  const { importId, files, only, rejections, rejectionsSeen: seen, page, query } = props;
  const all = files.reduce((sum, file) => sum + file.rejected, 0);
  if (all === 0) return null;
  return (
    <div id="rejected">
      <Table
        caption={`Rejected rows${only === undefined ? '' : ` of ${only.path}`}`}
        columns={[
          { key: 'path', heading: 'File', type: 'text' },
          { key: 'line', heading: 'Line', type: 'whole' },
          { key: 'column', heading: 'Column', type: 'text' },
          { key: 'value', heading: 'Value', type: 'text' },
          { key: 'reason', heading: 'Reason', type: 'text' },
        ]}
        rows={rejections.map((rejection) => ({
          cells: {
            ...rejection,
            path: <span class="wellplaced-path">{rejection.path}</span>,
            value: rejection.value && <span class="wellplaced-path">{rejection.value}</span>,
          },
        }))}
        empty={`This page is past the last of ${counted(seen, 'rejected row')}.`}
      />
      {only !== undefined && all > only.rejected && (
        <p class="govuk-body">
          <a class={LINK} href={`${paths.import(importId)}#rejected`}>
            Show the rejected rows of all files
          </a>
        </p>
      )}
      <Pagination
        path={paths.import(importId)}
        query={query}
        page={page}
        pageSize={REJECTIONS_ON_A_PAGE}
        total={seen}
      />
      <NotShown some={props.leavesOut} />
      <HowToCorrect {...props} />
    </div>
  );
}
