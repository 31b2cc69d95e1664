import type { VNode } from 'preact';
import { counted, oneOrMore } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import { dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { RECORD_NAMES } from '../../../audit-names.ts';
import { paths } from '../../../paths.ts';
import type { RecordSource } from '../../load-sources.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function keyInWords(key: readonly string[]): string {
  return key
    .filter((part) => part !== '')
    .map((part) => (DAY.test(part) ? dateInWords(part as PlainDate) : part))
    .join(', ');
}

function placeOf({ path, line }: RecordSource): VNode | string {
  if (path === undefined) return 'Not known: held before rows knew their file';
  return (
    <>
      <span class="wellplaced-path">{path}</span>
      {line !== undefined && `, line ${line}`}
    </>
  );
}

/** Every record of a child and where it was read. */
export function SourcesView(props: {
  readonly childId: string;
  readonly sources: readonly RecordSource[];
  /** Whether the reader may open imports. */
  readonly maySeeImports: boolean;
}): VNode {
  const { childId, sources, maySeeImports } = props;
  return (
    <>
      <h1 class="govuk-heading-l">Where the records of child {childId} come from</h1>
      <p class="govuk-body">
        {counted(sources.length, 'record')} {oneOrMore(sources.length, 'stands', 'stand')}, each
        with the file that said it last and the line on which it says so.
      </p>
      <Table
        caption="Records and their files"
        columns={[
          { key: 'kind', heading: 'Record', type: 'text' },
          { key: 'what', heading: 'Of', type: 'text' },
          { key: 'place', heading: 'File and line', type: 'text' },
          { key: 'when', heading: 'Import', type: 'text' },
        ]}
        rowHeader="kind"
        rows={sources.map((source) => ({
          cells: {
            kind: RECORD_NAMES.things[source.table] ?? source.table,
            what: keyInWords(source.key),
            place: placeOf(source),
            when: maySeeImports ? (
              <a class={LINK} href={paths.import(source.importId)}>
                {instantInWords(source.importedAt)}
              </a>
            ) : (
              instantInWords(source.importedAt)
            ),
          },
        }))}
        empty="Nothing is recorded under this identifier."
        tall={sources.length > 30}
      />
    </>
  );
}
