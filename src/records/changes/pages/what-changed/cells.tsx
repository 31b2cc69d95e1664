import type { ComponentChildren, VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { Tag } from '../../../../platform/components/messages.tsx';
import type { Shown } from '../../../../platform/lists/list.ts';
import { paths } from '../../../paths.ts';
import { mayDo } from '../../../permissions.ts';
import { CHANGE_KIND_WORDS } from '../../change-kind.ts';
import type { ValueInWords } from '../../column-in-words.ts';
import { beforeAndAfter, keyInWords } from '../../record-in-words.ts';
import { recordsInWords } from '../../records-called.ts';
import { kindInWords } from '../../revision-in-words.ts';
import type { ChangesValues } from './filters.tsx';
import type { FoundChanges } from './found-changes.ts';
import type { ListedChange } from './listed-changes.ts';

type ChangesShown = Shown<ChangesValues, FoundChanges>;

const LINK = 'govuk-link govuk-link--no-visited-state';

export function kindCell({ kind }: ListedChange): VNode {
  const { text, colour } = CHANGE_KIND_WORDS[kind];
  return <Tag text={text} colour={colour} />;
}

export function recordCell(change: ListedChange): VNode {
  return (
    <>
      {recordsInWords(change.table)}
      <span class="govuk-hint wellplaced-cell-note">{keyInWords(change)}</span>
    </>
  );
}

export function childCell({ childId }: ListedChange, { request }: ChangesShown): ComponentChildren {
  if (childId === null || !mayDo(request.person.roles, 'see a child')) return childId;
  return (
    <a class={LINK} href={paths.child(childId)}>
      {childId}
    </a>
  );
}

function Values({ values }: { readonly values: readonly ValueInWords[] }): VNode {
  return (
    <>
      {values.map(({ column, name, value }) => (
        <div key={column}>
          {name}: {value}
        </div>
      ))}
    </>
  );
}

export function beforeCell(change: ListedChange): VNode | null {
  const { before } = beforeAndAfter(change);
  return before.length === 0 ? null : <Values values={before} />;
}

export function afterCell(change: ListedChange): VNode | null {
  const { after } = beforeAndAfter(change);
  return after.length === 0 ? null : <Values values={after} />;
}

export function causeCell({ revision }: ListedChange, { loaded }: ChangesShown): ComponentChildren {
  const cause = loaded.revisions.get(revision);
  if (cause === undefined) return 'before imports were numbered';
  return (
    <>
      {cause.importId === null ? (
        kindInWords(cause)
      ) : (
        <a class={LINK} href={paths.import(cause.importId)}>
          {kindInWords(cause)}
        </a>
      )}
      <span class="govuk-hint wellplaced-cell-note">
        {instantInWords(cause.madeAt)}
        {cause.by !== '' && `, ${cause.by}`}
      </span>
    </>
  );
}

export function fileCell({ path, line }: ListedChange): VNode | null {
  if (path === null) return null;
  return (
    <>
      <span class="wellplaced-path">{path}</span>
      {line !== null && <span class="govuk-hint wellplaced-cell-note">line {line}</span>}
    </>
  );
}
