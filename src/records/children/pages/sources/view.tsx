import type { VNode } from 'preact';
import { counted, inFigures, oneOrMore } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import { dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { Pagination } from '../../../../platform/components/pagination.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { recordsInWords } from '../../../changes/records-called.ts';
import { paths } from '../../../paths.ts';
import type { RecordSource } from '../../load-sources.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';
/** How many records stand on one page. */
const SOURCES_ON_A_PAGE = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function keyInWords(key: readonly string[]): string {
  return key
    .filter((part) => part !== '')
    .map((part) => (DAY.test(part) ? dateInWords(part as PlainDate) : part.replaceAll('_', ' ')))
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
  /** Counted from 1; the last where it lies beyond. */
  readonly page: number;
  /** Whether the reader may open imports. */
  readonly maySeeImports: boolean;
}): VNode {
  const { childId, sources, page: asked, maySeeImports } = props;
  const page = Math.min(asked, Math.max(1, Math.ceil(sources.length / SOURCES_ON_A_PAGE)));
  const before = (page - 1) * SOURCES_ON_A_PAGE;
  const shown = sources.slice(before, before + SOURCES_ON_A_PAGE);
  return (
    <>
      <h1 class="govuk-heading-l">Where the records of child {childId} come from</h1>
      <p class="govuk-body">
        {counted(sources.length, 'record')} {oneOrMore(sources.length, 'stands', 'stand')}, each
        with the file that said it last and the line on which it says so.
        {shown.length < sources.length &&
          ` This page has ${inFigures(before + 1)} to ${inFigures(before + shown.length)}.`}
      </p>
      <Table
        caption="Records and their files"
        columns={[
          { key: 'kind', heading: 'Record', type: 'text' },
          { key: 'what', heading: 'Which', type: 'text' },
          { key: 'place', heading: 'File and line', type: 'text' },
          { key: 'when', heading: 'Import', type: 'text' },
        ]}
        rowHeader="kind"
        rows={shown.map((source) => ({
          cells: {
            kind: recordsInWords(source.table),
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
      />
      <Pagination
        path={paths.childSources(childId)}
        query={new URLSearchParams()}
        page={page}
        pageSize={SOURCES_ON_A_PAGE}
        total={sources.length}
      />
    </>
  );
}
