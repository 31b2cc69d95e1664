import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { kindInWords, revisionInWords } from '../../../changes/revision-in-words.ts';
import { paths } from '../../../paths.ts';
import type { Cause } from '../../then-and-now/causes.ts';
import type { Compared } from './compared.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

function whatChanged(text: string, from: number, until: number): VNode {
  return (
    <a class={LINK} href={paths.whatChangedBetween(from, until)}>
      {text}
    </a>
  );
}

/** A cause with the ways to its import and to what that changed, for whoever may see imports. */
export function causeCell(
  { revision, after, together }: Cause,
  { revisions, seesImports }: Pick<Compared, 'revisions' | 'seesImports'>,
): VNode {
  const one = revisions.get(revision);
  if (together !== null || one === undefined) {
    const which = `${together === 'later' ? 'Later' : 'Earlier'} imports together`;
    if (!seesImports) return <>{which}</>;
    return (
      <>
        {which}: {whatChanged('what they changed', after, revision)}
      </>
    );
  }
  const name = kindInWords(one);
  return (
    <>
      {one.importId === null || !seesImports ? (
        name
      ) : (
        <a class={LINK} href={paths.import(one.importId)}>
          {name}
        </a>
      )}
      <span class="govuk-hint wellplaced-cell-note">
        {instantInWords(one.madeAt)}
        {one.by !== '' && `, ${one.by}`}
      </span>
      {seesImports && (
        <a
          class={`${LINK} wellplaced-no-print`}
          href={paths.whatChangedBetween(revision - 1, revision)}
        >
          What it changed
          <span class="govuk-visually-hidden">: {revisionInWords(one)}</span>
        </a>
      )}
    </>
  );
}
