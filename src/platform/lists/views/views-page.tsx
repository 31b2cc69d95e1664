import type { VNode } from 'preact';
import { listed } from '../../../core/english.ts';
import { addressWith } from '../../components/address.ts';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { InsetText } from '../../components/messages.tsx';
import { Table } from '../../components/table.tsx';
import { FormView } from '../../forms/form-view.tsx';
import type { Sent } from '../../forms/take-form.ts';
import type { PageRequest } from '../../http/route.ts';
import { type AnyList, type Kept, keptOf, stillHolding } from './kept.ts';
import type { SavedView } from './store.ts';
import { RENAME_FORM, SAVE_FORM } from './view-forms.ts';
import { viewsPath } from './view-line.tsx';

/** What the page of the views shows. */
export interface ViewsPageProps {
  readonly of: AnyList;
  readonly request: PageRequest;
  readonly views: readonly SavedView[];
  /** What would be saved; undefined when nothing was asked for, or it cannot be read. */
  readonly kept: Kept | undefined;
  /** The view to be called otherwise. */
  readonly renaming: SavedView | undefined;
  /** What was sent and not taken. */
  readonly sent: Sent | undefined;
}

function NotKept({ leftOut }: { readonly leftOut: readonly string[] }): VNode | null {
  if (leftOut.length === 0) return null;
  return (
    <InsetText>
      Not kept: {listed(leftOut)}. A view keeps nothing by which somebody may be named or
      identified.
    </InsetText>
  );
}

function SaveForm({ of, request, views, kept, sent }: ViewsPageProps): VNode {
  if (kept === undefined || kept.words.length === 0) {
    return (
      <>
        <NotKept leftOut={kept?.leftOut ?? []} />
        <p class="govuk-body">
          To save a view, narrow or sort{' '}
          <a class="govuk-link" href={`${of.path}?view=none`}>
            the list
          </a>{' '}
          and choose “Save as a view” there.
        </p>
      </>
    );
  }
  const opened = views.find(({ viewId }) => viewId === request.query.get('opened'));
  return (
    <>
      <h2 class="govuk-heading-m">Save a view</h2>
      <p class="govuk-body">It keeps: {kept.words.join('; ')}.</p>
      <NotKept leftOut={kept.leftOut} />
      <FormView
        form={SAVE_FORM}
        action={viewsPath(of)}
        begin={{ query: kept.query.toString(), name: opened?.name ?? '' }}
        sent={sent}
      />
    </>
  );
}

function RenameForm(props: ViewsPageProps & { readonly renaming: SavedView }): VNode {
  const { of, renaming, sent } = props;
  return (
    <>
      <h2 class="govuk-heading-m">Call “{renaming.name}” otherwise</h2>
      <FormView
        form={RENAME_FORM}
        action={`${viewsPath(of)}/${renaming.viewId}`}
        begin={{ action: 'rename', name: renaming.name }}
        sent={sent}
      />
    </>
  );
}

function Actions({ of, view }: { readonly of: AnyList; readonly view: SavedView }): VNode {
  const called = <span class="govuk-visually-hidden"> {view.name}</span>;
  const button = (action: string, text: string) => (
    <button type="submit" class="wellplaced-link-button" name="action" value={action}>
      {text}
      {called}
    </button>
  );
  const rename = addressWith(viewsPath(of), new URLSearchParams(), { rename: view.viewId });
  return (
    <form
      class="wellplaced-views__actions"
      method="post"
      action={`${viewsPath(of)}/${view.viewId}`}
    >
      <a class="govuk-link govuk-link--no-visited-state" href={rename}>
        Rename{called}
      </a>
      {view.isDefault
        ? button('no-default', 'Do not open the list with it')
        : button('default', 'Open the list with it')}
      {button('delete', 'Delete')}
    </form>
  );
}

function inWords(of: AnyList, request: PageRequest, view: SavedView): string {
  const { query, dropped } = stillHolding(of, request, view.query);
  const words = keptOf(of, { ...request, query })?.words ?? [];
  const gone = dropped.map((each) => `no longer there: ${each}`);
  return [...words, ...gone].join('; ');
}

/** What is wrong where there is no field to lead to. */
function withoutField(sent: Sent | undefined) {
  return sent?.problems.map((problem) => ({ ...problem, field: '' }));
}

/** The page on which a person saves, opens, renames and deletes their own views of a list. */
export function ViewsPage(props: ViewsPageProps): VNode {
  const { of, kept, renaming, request, sent, views } = props;
  const isAsked = renaming !== undefined || (kept?.words.length ?? 0) > 0;
  return (
    <>
      <ErrorSummary problems={isAsked ? sent?.problems : withoutField(sent)} />
      <h1 class="govuk-heading-l">Your views: {of.title.toLowerCase()}</h1>
      {renaming === undefined ? (
        <SaveForm {...props} />
      ) : (
        <RenameForm {...props} renaming={renaming} />
      )}
      <Table
        caption="Saved"
        columns={[
          { key: 'name', heading: 'Name', type: 'text' },
          { key: 'keeps', heading: 'Keeps', type: 'text' },
          { key: 'actions', heading: 'Change', type: 'text' },
        ]}
        rowHeader="name"
        rows={views.map((view) => ({
          cells: {
            name: (
              <>
                <a class="govuk-link" href={`${of.path}?view=${view.viewId}`}>
                  {view.name}
                </a>
                {view.isDefault && ' (default)'}
              </>
            ),
            keeps: inWords(of, request, view),
            actions: <Actions of={of} view={view} />,
          },
        }))}
        empty="You have saved no view of this list."
      />
    </>
  );
}
