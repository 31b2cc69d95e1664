import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import type { Offer } from './judge.ts';

/** What is not offered and why, each reason once. */
export function NotOffered(props: { readonly offers: readonly Offer<string>[] }): VNode | null {
  const byReason = new Map<string, string[]>();
  for (const { label, refusal } of props.offers) {
    if (refusal !== undefined) byReason.set(refusal, [...(byReason.get(refusal) ?? []), label]);
  }
  if (byReason.size === 0) return null;
  return (
    <ul class="govuk-list govuk-hint">
      {[...byReason].map(([refusal, labels]) => (
        <li key={refusal}>
          Not offered: {labels.map((label) => label.toLowerCase()).join(', ')}. {refusal}
        </li>
      ))}
    </ul>
  );
}

/** A button for each action that is offered, and below why the others are not. */
export function OfferedActions<Action extends string>(props: {
  readonly offers: readonly Offer<Action>[];
  readonly href: (action: Action) => string;
}): VNode {
  const { offers, href } = props;
  const offered = offers.filter(({ refusal }) => refusal === undefined);
  return (
    <>
      {offered.length > 0 && (
        <div class="govuk-button-group">
          {offered.map(({ action, label }) => (
            <Button key={action} text={label} href={href(action)} kind="secondary" />
          ))}
        </div>
      )}
      <NotOffered offers={offers} />
    </>
  );
}
