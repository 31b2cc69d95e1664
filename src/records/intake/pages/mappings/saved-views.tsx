import type { VNode } from 'preact';
import { Button } from '../../../../platform/components/button.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import { type FieldProblem, problemOf } from '../../../../platform/http/form.ts';
import { paths } from '../../../paths.ts';
import { kindName } from '../../files/kind-name.ts';
import type { MappedField, SavedMapping } from '../../mappings/saved-mapping.ts';
import { EXTENT_WORDS, ExtentChoice } from './extent-choice.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The title of the list and the words of its heading. */
export const SAVED_TITLE = 'Saved column layouts';
/** The same for one layout. */
export const LAYOUT_TITLE = 'A saved column layout';

/** The layouts that the council has mapped. */
export function SavedView({ mappings }: { readonly mappings: readonly SavedMapping[] }): VNode {
  return (
    <>
      <h1 class="govuk-heading-l">{SAVED_TITLE}</h1>
      <p class="govuk-body">
        Files of the council’s own layouts, mapped once to a layout that Wellplaced knows. A file
        that has all the columns of one is read by it; where several fit, by the one that uses most
        columns.
      </p>
      <Table
        caption={SAVED_TITLE}
        captionSize="hidden"
        columns={[
          { key: 'name', heading: 'Name', type: 'text' },
          { key: 'kind', heading: 'Records', type: 'text' },
          { key: 'extent', heading: 'Files hold', type: 'text' },
          { key: 'fields', heading: 'Fields filled', type: 'whole' },
        ]}
        rowHeader="name"
        rows={mappings.map(({ name, kind, columns, extent }) => ({
          cells: {
            name: (
              <a class={LINK} href={paths.mapping(name)}>
                {name}
              </a>
            ),
            kind: kindName(kind),
            extent: EXTENT_WORDS[extent ?? 'usual'],
            fields: columns.length,
          },
        }))}
        empty="No layout has been mapped yet. Import a file of the council’s own layout, and map its columns on the page of the import."
      />
      <Button text="Import files" href={paths.newImport} />
    </>
  );
}

function source(mapped: MappedField): string {
  return 'constant' in mapped ? `always “${mapped.constant}”` : mapped.sourceColumn;
}

function translations(mapped: MappedField): string {
  if ('constant' in mapped) return '';
  return Object.entries(mapped.translations ?? {})
    .map(([from, to]) => `${from} = ${to}`)
    .join('; ');
}

/** One layout: where each field comes from, with forms to rename it, to say for what its files stand, and to delete it. */
export function LayoutView(props: {
  readonly mapping: SavedMapping;
  readonly typedName: string;
  readonly typedExtent: SavedMapping['extent'];
  readonly problems?: readonly FieldProblem[];
}): VNode {
  const { mapping, problems } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
      <span class="wellplaced-caption">{mapping.name}</span>
      <h1 class="govuk-heading-l">{LAYOUT_TITLE}</h1>
      <Table
        caption={kindName(mapping.kind)}
        columns={[
          { key: 'field', heading: 'Field', type: 'text' },
          { key: 'source', heading: 'Taken from', type: 'text' },
          { key: 'translations', heading: 'Values that stand for others', type: 'text' },
        ]}
        rowHeader="field"
        rows={mapping.columns.map((mapped) => ({
          cells: {
            field: mapped.field,
            source: source(mapped),
            translations: translations(mapped),
          },
        }))}
        empty=""
      />
      <form method="post" action={paths.mapping(mapping.name)}>
        <TextInput
          name="name"
          label="Name of this layout"
          value={props.typedName}
          problem={problemOf(problems, 'name')}
        />
        <ExtentChoice value={props.typedExtent ?? 'usual'} />
        <Button text="Save" kind="secondary" name="action" value="save" />
      </form>
      <h2 class="govuk-heading-m">Delete this layout</h2>
      <p class="govuk-body">
        Files with these columns will no longer be read. What was imported with it stays.
      </p>
      <form method="post" action={paths.mapping(mapping.name)}>
        <Button text="Delete this layout" kind="warning" name="action" value="delete" />
      </form>
    </>
  );
}
