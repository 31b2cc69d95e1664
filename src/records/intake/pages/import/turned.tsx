import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { paths } from '../../../paths.ts';
import type { RegisteredImport } from '../../load-import.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

type Turns = NonNullable<RegisteredImport['turns']>;

/** What a taking back, or a putting back, did; of a link, whose two identifiers are one child's or two. */
export function turnedInWords({ kind, isLink }: Pick<Turns, 'kind' | 'isLink'>): string {
  if (isLink)
    return kind === 'taken back' ? 'Link of identifiers undone' : 'Identifiers linked again';
  return kind === 'taken back' ? 'Import taken back' : 'Import put back';
}

function doing({ kind, isLink }: Turns): readonly [string, string] {
  if (isLink) return [kind === 'taken back' ? 'Undoes ' : 'Makes again ', 'an earlier link'];
  return [kind === 'taken back' ? 'Takes back ' : 'Puts back ', 'an earlier import'];
}

/** What a taking back, or a putting back, made of the records. */
export function TurnOutcome({ one }: { readonly one: RegisteredImport }): VNode | null {
  const { turns } = one;
  if (turns === null) return null;
  const { turned } = turns;
  const [does, what] = doing(turns);
  return (
    <InsetText>
      {does}
      <a class={LINK} href={paths.import(turns.importId)}>
        {what}
      </a>
      .{' '}
      {turned !== null &&
        `${counted(turned.added, 'record')} came back, ${counted(turned.changed, 'record')} changed, ${counted(turned.withdrawn, 'record')} went.`}
    </InsetText>
  );
}

/** Which identifiers a link made one child’s. */
export function LinkOutcome({ one }: { readonly one: RegisteredImport }): VNode | null {
  if (one.links === null) return null;
  const { childId, follows } = one.links;
  return (
    <InsetText>
      {one.status === 'complete' ? 'Everything' : 'Nothing'} recorded of child {childId} has come to
      stand under{' '}
      <a class={LINK} href={paths.childLinks(follows)}>
        child {follows}
      </a>
      .
    </InsetText>
  );
}

/** Whether the import stands, and the way to have it otherwise. */
export function Turning(props: {
  readonly one: RegisteredImport;
  readonly mayImport: boolean;
}): VNode | null {
  const { one, mayImport } = props;
  if (!one.hasRevision || one.turns !== null) return null;
  const { importId } = one;
  const [back, again] =
    one.links === null
      ? ['Take this import back', 'Put this import back']
      : ['Undo this link', 'Link the identifiers again'];
  return (
    <>
      {one.takenBack && (
        <InsetText>
          {one.links === null
            ? 'This import has been taken back: the records are as if it had never been made.'
            : 'This link has been undone: the two identifiers are two children’s.'}
        </InsetText>
      )}
      {mayImport && (
        <Button
          kind="secondary"
          text={one.takenBack ? again : back}
          href={one.takenBack ? paths.putBackImport(importId) : paths.takeBackImport(importId)}
        />
      )}
    </>
  );
}
