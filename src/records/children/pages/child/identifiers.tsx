import type { VNode } from 'preact';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { LINK_KIND_NAMES } from '../../../links/child-link.ts';
import { paths } from '../../../paths.ts';
import type { ChildRecord, May } from '../../child-record.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** Under which other identifiers the child is or was recorded, and the way to say so. */
export function Identifiers(props: { readonly record: ChildRecord; readonly may: May }): VNode {
  const { child, links } = props.record;
  const { childId } = child;
  const follows = links.find((link) => link.childId === childId);
  return (
    <>
      {follows !== undefined && (
        <InsetText>
          Everything recorded of this child stands under{' '}
          <a class={LINK} href={paths.child(follows.follows)}>
            child {follows.follows}
          </a>
          . {LINK_KIND_NAMES[follows.kind]}.
        </InsetText>
      )}
      {links
        .filter((link) => link.follows === childId)
        .map((link) => (
          <InsetText key={link.childId}>
            Also recorded as{' '}
            <a class={LINK} href={paths.child(link.childId)}>
              {link.childId}
            </a>
            . {LINK_KIND_NAMES[link.kind]}. What was recorded under it is part of the history here.
          </InsetText>
        ))}
      {props.may('import records') && (
        <p class="govuk-body wellplaced-no-print">
          <a class={LINK} href={paths.childLinks(childId)}>
            Identifiers of this child
          </a>
        </p>
      )}
    </>
  );
}
