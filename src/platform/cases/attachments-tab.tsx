import type { VNode } from 'preact';
import { instantInWords } from '../../core/instant.ts';
import { Button } from '../components/button.tsx';
import { Table } from '../components/table.tsx';
import type { Attachment } from './attachments.ts';
import type { OnCase } from './case-file.ts';
import { casePaths } from './case-paths.ts';
import { nameThen } from './people-then.tsx';

const KILOBYTES = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A size as people say it: `48 KB`, `3.2 MB`. */
function sizeInWords(bytes: number): string {
  if (bytes < 2 ** 20) return `${KILOBYTES.format(Math.max(1, bytes / 2 ** 10))} KB`;
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

function FileName({ one, path }: { readonly one: Attachment; readonly path: string }): VNode {
  if (one.removed !== undefined) return <>{one.name}</>;
  return (
    <a class="govuk-link" href={casePaths.attachment(path, one.attachmentId)}>
      {one.name}
    </a>
  );
}

/** The files that are attached, and the fact of those that were removed. */
export function Attachments({ file: { attachments, names }, path, writes }: OnCase): VNode {
  return (
    <>
      {writes && (
        <Button text="Attach a file" href={casePaths.newAttachment(path)} kind="secondary" />
      )}
      <Table
        caption="Attachments"
        captionSize="hidden"
        columns={[
          { key: 'name', heading: 'File', type: 'text' },
          { key: 'size', heading: 'Size', type: 'text' },
          { key: 'by', heading: 'Attached by', type: 'text' },
          { key: 'at', heading: 'Attached on', type: 'text' },
          { key: 'removed', heading: 'Removed', type: 'text' },
        ]}
        rows={attachments.map((one) => ({
          cells: {
            name: <FileName one={one} path={path} />,
            size: sizeInWords(one.bytes),
            by: nameThen(one.by, names),
            at: instantInWords(one.at),
            removed:
              one.removed !== undefined ? (
                `By ${nameThen(one.removed.by, names)} on ${instantInWords(one.removed.at)}: ${one.removed.reason}`
              ) : writes ? (
                <a class="govuk-link" href={casePaths.removeAttachment(path, one.attachmentId)}>
                  Remove<span class="govuk-visually-hidden"> {one.name}</span>
                </a>
              ) : null,
          },
        }))}
        empty="Nothing is attached."
      />
    </>
  );
}
