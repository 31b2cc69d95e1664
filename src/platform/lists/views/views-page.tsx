import type { VNode } from 'preact';
import { listed } from '../../../core/english.ts';
import { addressWith } from '../../components/address.ts';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/choices.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { InsetText } from '../../components/messages.tsx';
import { Table } from '../../components/table.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { type FieldProblem, problemOf, typedValue } from '../../http/form.ts';
import type { FormFields, PageRequest } from '../../http/route.ts';
import { type AnyList, type Kept, keptOf, stillHolding } from './kept.ts';
import type { SavedView } from './store.ts';
import { viewsPath } from './view-line.tsx';

/** What the page of the views shows. */
export interface ViewsPageProps {
  readonly of: AnyList;
  readonly request: PageRequest;
  readonly views: readonly SavedView[];
  /** What would be saved; undefined when nothing was asked for, or it cannot be read. */
  readonly kept: Kept | undefined;
  /** The view to be called otherwise. */
  readonly renaming?: SavedView | undefined;
  readonly typed?: FormFields;
  readonly problems?: readonly FieldProblem[];
}

function NameField(props: { readonly value: string; readonly problem: string | undefined }): VNode {
  return (
    <TextInput
      name="name"
      label="Name"
      hint="At most 60 characters. Names of people do not belong here."
      {...props}
    />
  );
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

function SaveForm({ of, request, views, kept, typed, problems }: ViewsPageProps): VNode {
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
  const ticked = (value: unknown) => [value ?? []].flat() as string[];
  return (
    <form method="post" action={viewsPath(of)}>
      <h2 class="govuk-heading-m">Save a view</h2>
      <p class="govuk-body">It keeps: {kept.words.join('; ')}.</p>
      <NotKept leftOut={kept.leftOut} />
      <input type="hidden" name="query" value={kept.query.toString()} />
      <NameField
        value={typed === undefined ? (opened?.name ?? '') : typedValue(typed, 'name')}
        problem={problemOf(problems, 'name')}
      />
      <Checkboxes
        name="also"
        label="Besides"
        small
        values={ticked(typed?.also)}
        choices={[
          { value: 'default', text: 'Open the list with this view' },
          { value: 'replace', text: 'Replace my view of the same name, if there is one' },
        ]}
      />
      <Button text="Save view" />
    </form>
  );
}

function RenameForm(props: ViewsPageProps & { readonly renaming: SavedView }): VNode {
  const { of, renaming, typed, problems } = props;
  return (
    <form method="post" action={`${viewsPath(of)}/${renaming.viewId}`}>
      <h2 class="govuk-heading-m">Call “{renaming.name}” otherwise</h2>
      <NameField
        value={typed === undefined ? renaming.name : typedValue(typed, 'name')}
        problem={problemOf(problems, 'name')}
      />
      <Button text="Rename" name="action" value="rename" />
    </form>
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

/** The page on which a person saves, opens, renames and deletes their own views of a list. */
export function ViewsPage(props: ViewsPageProps): VNode {
  const { of, request, views, renaming, problems } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
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
