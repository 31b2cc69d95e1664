import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { paths } from '../../../paths.ts';
import type { RegisteredImport } from '../../load-import.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** What a taking back, or a putting back, made of the records. */
export function TurnOutcome({ one }: { readonly one: RegisteredImport }): VNode | null {
  const { turns } = one;
  if (turns === null) return null;
  const { turned } = turns;
  return (
    <InsetText>
      {turns.kind === 'taken back' ? 'Takes back ' : 'Puts back '}
      <a class={LINK} href={paths.import(turns.importId)}>
        an earlier import
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
  const what = one.links === null ? 'this import' : 'this link';
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
          text={one.takenBack ? `Put ${what} back` : `Take ${what} back`}
          href={one.takenBack ? paths.putBackImport(importId) : paths.takeBackImport(importId)}
        />
      )}
    </>
  );
}
