import type { VNode } from 'preact';
import { addressWith } from '../../components/address.ts';
import { WarningText } from '../../components/messages.tsx';
import type { PageRequest } from '../../http/route.ts';
import { type AnyList, asksTheSame, keptOf, stillHolding } from './kept.ts';
import type { SavedView } from './store.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** Where the views of a list are kept: not under the list, where the pages of its rows may stand under whatever they are called. */
export function viewsPath(of: { readonly name: string }): string {
  return `/views/${of.name}`;
}

function ViewLink(props: {
  readonly of: AnyList;
  readonly view: SavedView;
  readonly current: boolean;
}): VNode {
  const { of, view, current } = props;
  return (
    <>
      <a
        class={LINK}
        href={addressWith(of.path, new URLSearchParams(), { view: view.viewId })}
        {...(current ? { 'aria-current': 'true' as const } : {})}
      >
        {current ? <strong>{view.name}</strong> : view.name}
      </a>
      {view.isDefault && ' (default)'}
    </>
  );
}

/** Says what a view that was opened asks for that the list no longer has. */
function Dropped({ dropped }: { readonly dropped: readonly string[] }): VNode | null {
  if (dropped.length === 0) return null;
  return (
    <WarningText
      text={`This view asks for what the list no longer has, which was left out: ${dropped.join('; ')}.`}
    />
  );
}

/** The reader's own views over a list: to open, to save what is shown as one, to change them. Nothing where there is nothing to say. */
export function ViewLine(props: {
  readonly of: AnyList;
  readonly request: PageRequest;
  readonly views: readonly SavedView[];
}): VNode | null {
  const { of, request, views } = props;
  const { query } = request;
  const kept = keptOf(of, request);
  const isNarrowed = kept !== undefined && kept.words.length + kept.leftOut.length > 0;
  if (views.length === 0 && !isNarrowed) return null;
  const opened = views.find(({ viewId }) => viewId === query.get('opened'));
  const holding = opened && stillHolding(of, request, opened.query);
  const isAsOpened =
    holding !== undefined && kept !== undefined && asksTheSame(holding.query, kept.query);
  const saving = addressWith(viewsPath(of), query, { page: undefined, view: undefined });
  return (
    <>
      <Dropped dropped={holding?.dropped ?? []} />
      <nav class="wellplaced-views wellplaced-no-print" aria-label="Your views">
        <ul class="govuk-list">
          {views.map((view) => (
            <li key={view.viewId}>
              <ViewLink of={of} view={view} current={isAsOpened && view === opened} />
            </li>
          ))}
          {views.some(({ isDefault }) => isDefault) && (
            <li>
              <a class={LINK} href={`${of.path}?view=none`}>
                Without a view
              </a>
            </li>
          )}
          {isNarrowed && !isAsOpened && (
            <li>
              <a class={LINK} href={saving}>
                Save as a view
              </a>
            </li>
          )}
          {views.length > 0 && (
            <li>
              <a class={LINK} href={viewsPath(of)}>
                Change your views
              </a>
            </li>
          )}
        </ul>
      </nav>
    </>
  );
}
