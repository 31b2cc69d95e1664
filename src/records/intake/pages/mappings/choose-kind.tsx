import type { VNode } from 'preact';
import { Button } from '../../../../platform/components/button.tsx';
import { Select } from '../../../../platform/components/choices.tsx';
import { Details } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import { RETURN_MODULES } from '../../../returns/return-module.ts';
import type { RowKind } from '../../files/file-kind.ts';
import { EXTRACT_KINDS, NAME_KINDS, PLACE_KINDS } from '../../files/file-kind.ts';
import { kindName } from '../../files/kind-name.ts';
import { layoutOf } from '../../files/layout.ts';
import type { MappableFile } from '../../mappings/preview.ts';
import { suggestMapping } from '../../mappings/suggest-mapping.ts';

/** What a file's rows can be mapped to. */
export const MAPPABLE_KINDS: readonly RowKind[] = [
  ...EXTRACT_KINDS,
  ...RETURN_MODULES,
  ...PLACE_KINDS,
  ...NAME_KINDS,
];

/** The kind of which most fields, and of those it needs the greater share, likely stand in the file. */
export function likeliestKind(header: readonly string[]): RowKind {
  const score = (kind: RowKind) => {
    const required = layoutOf(kind).fields.filter((field) => field.required);
    const found = new Set(suggestMapping(kind, header).map(({ field }) => field));
    const share = required.filter(({ name }) => found.has(name)).length / required.length;
    return found.size + share;
  };
  return MAPPABLE_KINDS.reduce((best, kind) => (score(kind) > score(best) ? kind : best));
}

/** The first rows of the file, as it has them. */
export function FirstRows(props: { readonly file: MappableFile; readonly open: boolean }): VNode {
  const { header, sample, path } = props.file;
  return (
    <Details summary="The first rows of the file" open={props.open}>
      <Table
        caption={`First rows of ${path}`}
        captionSize="hidden"
        columns={[
          { key: 'line', heading: 'Line', type: 'whole' },
          ...header.map((heading, at) => ({ key: `at-${at}`, heading, type: 'text' as const })),
        ]}
        rows={sample.map(({ line, cells }) => ({
          cells: { line, ...Object.fromEntries(cells.map((cell, at) => [`at-${at}`, cell])) },
        }))}
        empty="The file has columns and no rows."
      />
    </Details>
  );
}

/** The form that says what the rows are. */
export function ChooseKind(props: {
  readonly file: MappableFile;
  readonly kind: RowKind;
  readonly chosen: boolean;
}): VNode {
  const { importId, fileNumber } = props.file;
  return (
    <form method="get" action={paths.mapColumns(importId, fileNumber)}>
      <Select
        name="kind"
        label="What are the rows of this file?"
        value={props.kind}
        choices={MAPPABLE_KINDS.map((value) => ({ value, text: kindName(value) }))}
      />
      <Button
        text={props.chosen ? 'Change' : 'Continue'}
        {...(props.chosen ? { kind: 'secondary' as const } : {})}
      />
    </form>
  );
}
