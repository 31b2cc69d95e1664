import type { VNode } from 'preact';
import { Button } from '../../../../platform/components/button.tsx';
import { Radios } from '../../../../platform/components/choices.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { FileUpload } from '../../../../platform/components/file-upload.tsx';
import { Details } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import { type FieldProblem, problemOf } from '../../../../platform/http/form.ts';
import { LARGEST_FILE_BYTES, MOST_FILES } from '../../../../platform/http/uploads.ts';
import { paths } from '../../../paths.ts';
import { KNOWN_LAYOUTS, type KnownLayout } from './layouts.ts';

const ACCEPTED = '.csv,.txt,.xml,.xlsx';
const LIMITS =
  `Each file may be up to ${LARGEST_FILE_BYTES / 2 ** 30} GB, a workbook up to 50 MB, and there may be ` +
  `up to ${MOST_FILES.toLocaleString('en-GB')} files at a time.`;

/** The title of the page and the words of its heading. */
export const UPLOAD_TITLE = 'Import files';

function Columns({ layout }: { readonly layout: KnownLayout }): VNode {
  return (
    <span class="wellplaced-path">
      {layout.columns.map(({ name, required }, at) => (
        <>
          {at > 0 && ', '}
          {required ? <strong>{name}</strong> : name}
        </>
      ))}
    </span>
  );
}

function Layouts(): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">What is recognised</h2>
      <p class="govuk-body">
        Files are known by the names of their columns, whatever the file is called and in whatever
        order the columns stand. Columns in bold must be there. Other columns are read past and
        reported. A whole SSDA903 return as XML is recognised too.
      </p>
      <p class="govuk-body">
        A layout of your own can be mapped once: import the file, and map its columns on the page of
        the import. See the{' '}
        <a class="govuk-link" href={paths.mappings}>
          saved column layouts
        </a>
        .
      </p>
      <Table
        caption="Layouts that are recognised"
        captionSize="s"
        columns={[
          { key: 'name', heading: 'Records', type: 'text' },
          { key: 'columns', heading: 'Columns', type: 'text' },
          { key: 'example', heading: 'Example', type: 'text' },
        ]}
        rowHeader="name"
        rows={KNOWN_LAYOUTS.map((layout) => ({
          cells: {
            name: layout.name,
            columns: <Columns layout={layout} />,
            example: (
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={paths.exampleFile(layout.kind)}
              >
                Empty CSV<span class="govuk-visually-hidden"> of {layout.name}</span>
              </a>
            ),
          },
        }))}
        empty=""
      />
    </>
  );
}

/** The page on which files are chosen; with problems, what was wrong with what was sent. */
export function UploadView(props: {
  readonly reason: string;
  /** For what the files stand, as chosen before. */
  readonly extent?: string | undefined;
  readonly problems?: readonly FieldProblem[];
}): VNode {
  const { reason, extent, problems } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">{UPLOAD_TITLE}</h1>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <form method="post" action={paths.newImport} encType="multipart/form-data">
            <TextInput
              name="reason"
              label="Why are these files imported?"
              hint="It stands in the audit trail beside your name."
              value={reason}
              problem={problemOf(problems, 'reason')}
            />
            <Radios
              name="extent"
              label="What do the files hold?"
              hint="What a file that holds everything no longer holds is taken out of what stands, and kept as what was known before."
              value={extent ?? 'usual'}
              problem={problemOf(problems, 'extent')}
              choices={[
                {
                  value: 'usual',
                  text: 'As usual',
                  hint: 'Returns hold their whole year and module; costs, budgets, places and names everything; payments only what is new or changed.',
                },
                {
                  value: 'whole',
                  text: 'Everything',
                  hint: 'Payments, too: of the runs from the first to the last of each file, those that are not in it are taken out.',
                },
                {
                  value: 'changes',
                  text: 'Only what is new or changed',
                  hint: 'Nothing is taken out.',
                },
              ]}
            />
            <FileUpload
              name="files"
              label="Choose files"
              hint="CSV, Excel (XLSX) or the XML of the SSDA903 return. Several can be chosen at once."
              multiple
              accept={ACCEPTED}
              problem={problemOf(problems, 'files')}
            />
            <FileUpload
              name="folder"
              label="Or choose a whole folder"
              hint="Everything in it is sent, with the folders inside it. A folder for each year, such as 2024, tells which return its files belong to."
              folder
            />
            <p class="govuk-body">{LIMITS}</p>
            <Button text="Import" />
          </form>
          <Details summary="What happens to the files">
            <p class="govuk-body">
              The files are sent first: keep this page open until the next one appears. From then on
              you can close it, and the import runs on. Either everything of a file is taken or
              nothing: a row that cannot be used is kept apart with the reason, to be corrected and
              imported again. The same file twice changes nothing.
            </p>
          </Details>
        </div>
      </div>
      <Layouts />
    </>
  );
}
