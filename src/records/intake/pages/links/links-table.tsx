import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import { Tag } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { type ChildLink, LINK_KIND_NAMES } from '../../../links/child-link.ts';
import { paths } from '../../../paths.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

function followed({ moved, leftOut }: ChildLink): string {
  if (moved === null || leftOut === null) return '';
  const left = leftOut === 0 ? '' : `; ${leftOut} stood under both and counts once`;
  return `${counted(moved, 'record')} followed${left}`;
}

/** The links of a child, those that stand and those that were undone. */
export function LinksTable(props: {
  readonly childId: string;
  readonly links: readonly ChildLink[];
}): VNode {
  const { childId, links } = props;
  return (
    <Table
      caption="Links of this child"
      captionSize="s"
      columns={[
        { key: 'when', heading: 'Linked', type: 'text' },
        { key: 'what', heading: 'Identifiers', type: 'text' },
        { key: 'why', heading: 'Why two', type: 'text' },
        { key: 'moved', heading: 'Records', type: 'text' },
        { key: 'state', heading: 'Status', type: 'text' },
        { key: 'undo', heading: 'Change', type: 'text' },
      ]}
      rowHeader="when"
      rows={links.map((link) => ({
        cells: {
          when: (
            <a class={LINK} href={paths.import(link.importId)}>
              {instantInWords(link.linkedAt)}
            </a>
          ),
          what: `${link.childId} follows ${link.follows}`,
          why: LINK_KIND_NAMES[link.kind],
          moved: followed(link),
          state: link.stands ? (
            <Tag text="Linked" colour="green" />
          ) : (
            <Tag text={link.moved === null ? 'Not made' : 'Undone'} colour="grey" />
          ),
          undo: link.stands ? (
            <a class={LINK} href={paths.takeBackImport(link.importId)}>
              Undo
              <span class="govuk-visually-hidden"> the link of {link.childId}</span>
            </a>
          ) : null,
        },
      }))}
      empty={`Child ${childId} has one identifier.`}
    />
  );
}
