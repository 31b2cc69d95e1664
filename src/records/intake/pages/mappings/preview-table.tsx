import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { Tag } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import type { Preview } from '../../mappings/preview.ts';

function summary({ rows }: Preview): string {
  const rejected = rows.filter(({ rejection }) => rejection !== undefined).length;
  const shown = counted(rows.length, 'row');
  if (rejected === 0) return `All of the first ${shown} would be accepted.`;
  return `Of the first ${shown}, ${rejected} would be rejected.`;
}

/** The first rows as they would be read, with what would be wrong with them, and the columns that are left over. */
export function PreviewTable({ preview }: { readonly preview: Preview }): VNode {
  return (
    <div id="preview">
      <h2 class="govuk-heading-m">As it would be read</h2>
      <p class="govuk-body" role="status">
        {summary(preview)}
      </p>
      <Table
        caption="The first rows as they would be read"
        captionSize="hidden"
        columns={[
          { key: 'line', heading: 'Line', type: 'whole' },
          { key: 'verdict', heading: 'Result', type: 'text' },
          ...preview.columns.map((key) => ({ key, heading: key, type: 'text' as const })),
        ]}
        rows={preview.rows.map(({ line, cells, rejection, findings }) => ({
          cells: {
            ...Object.fromEntries(preview.columns.map((name, at) => [name, cells[at]])),
            line,
            verdict: (
              <>
                {rejection === undefined ? (
                  <Tag text="Accepted" colour="green" />
                ) : (
                  <Tag text="Rejected" colour="red" />
                )}
                {[...(rejection === undefined ? [] : [rejection]), ...findings].map((said) => (
                  <span key={said} class="govuk-hint wellplaced-cell-note">
                    {said}
                  </span>
                ))}
              </>
            ),
          },
        }))}
        empty="The file has no rows to show."
      />
      <p class="govuk-body">
        {preview.unmapped.length === 0
          ? 'Every column of the file is used.'
          : `Columns that are read past: ${preview.unmapped.join(', ')}.`}
      </p>
    </div>
  );
}
