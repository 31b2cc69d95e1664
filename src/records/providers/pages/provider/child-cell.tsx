import type { VNode } from 'preact';
import { paths } from '../../../paths.ts';
import type { ShownProvider } from './shown-provider.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The child by the identifier, leading to its page, for who may see a child; else by pseudonym. */
export function childCell(childId: string, { found, maySeeAChild }: ShownProvider): VNode {
  if (!maySeeAChild) return <span class="wellplaced-code">{found.pseudonym(childId)}</span>;
  return (
    <a class={LINK} href={paths.child(childId)}>
      {childId}
    </a>
  );
}
