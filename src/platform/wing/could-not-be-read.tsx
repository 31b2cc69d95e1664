import type { VNode } from 'preact';
import { WarningText } from '../components/messages.tsx';

/** Stands in the place of a part of a page that failed, while the rest of the page is there. */
export function CouldNotBeRead({ reference }: { readonly reference: string }): VNode {
  return (
    <WarningText
      text={`This part of the page could not be read. Try again later; if it stays so, give the reference ${reference} to whoever runs the service in your council.`}
    />
  );
}
