import type { VNode } from 'preact';
import { dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { InsetText, WarningText } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { FormView } from '../../../../platform/forms/form-view.tsx';
import type { Sent } from '../../../../platform/forms/take-form.ts';
import { codeName } from '../../../codes/code-status.ts';
import type { ChildLink } from '../../../links/child-link.ts';
import type { RecordedUnder } from '../../../links/compare-identifiers.ts';
import { paths } from '../../../paths.ts';
import { LINK_FORM, OTHER_FORM } from './forms.ts';
import { LinksTable } from './links-table.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** What the page of a child’s identifiers shows. */
export interface LinksPage {
  readonly childId: string;
  readonly links: readonly ChildLink[];
  /** What stands under this identifier and the one to be linked, once that is said and may be. */
  readonly compared: readonly [RecordedUnder, RecordedUnder] | undefined;
  readonly sent: Sent | undefined;
}

function day(value: string | null, none: string): string {
  return value === null ? none : dateInWords(value as PlainDate);
}

function sexInWords(sex: string | null): string {
  return sex === null ? 'Not recorded' : (codeName('sex', sex) ?? sex);
}

const FACTS: readonly (readonly [string, (one: RecordedUnder) => string])[] = [
  ['Born', ({ dob }) => day(dob, 'Not recorded')],
  ['Sex', ({ sex }) => sexInWords(sex)],
  ['Pupil number', ({ upn }) => upn ?? 'Not recorded'],
  ['First episode', ({ firstStart }) => day(firstStart, 'None')],
  [
    'Last episode ended',
    ({ lastEnd, episodes }) => day(lastEnd, episodes === 0 ? 'None' : 'Still open'),
  ],
  ['Episodes', ({ episodes }) => String(episodes)],
  ['Reviews', ({ reviews }) => String(reviews)],
  ['Costs', ({ costs }) => String(costs)],
  ['Payments', ({ payments }) => String(payments)],
];

function differs(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function Compared({ pair }: { readonly pair: readonly [RecordedUnder, RecordedUnder] }): VNode {
  const [one, other] = pair;
  return (
    <>
      {(differs(one.dob, other.dob) || differs(one.sex, other.sex)) && (
        <WarningText text="The two have different dates of birth or sex: make sure that they are one child." />
      )}
      <Table
        caption="What is recorded under each"
        columns={[
          { key: 'fact', heading: 'Recorded', type: 'text' },
          { key: 'one', heading: one.childId, type: 'text' },
          { key: 'other', heading: other.childId, type: 'text' },
        ]}
        rowHeader="fact"
        rows={FACTS.map(([fact, inWords]) => ({
          cells: { fact, one: inWords(one), other: inWords(other) },
        }))}
        empty=""
      />
      <InsetText>
        Everything recorded under {other.childId}, now and in files to come, stands under{' '}
        {one.childId} from then on, as one history: nights and costs of both are counted once, as
        one child’s. Reports published earlier stay as they were. The link can be undone.
      </InsetText>
    </>
  );
}

/** The identifiers of a child: the links there are, and a new one. */
export function LinksView(shown: LinksPage): VNode {
  const { childId, links, compared, sent } = shown;
  const follows = links.find((link) => link.stands && link.childId === childId);
  return (
    <>
      <ErrorSummary problems={sent?.problems} />
      <h1 class="govuk-heading-l">Identifiers of child {childId}</h1>
      {follows !== undefined && (
        <InsetText>
          Everything recorded of this child stands under{' '}
          <a class={LINK} href={paths.childLinks(follows.follows)}>
            {follows.follows}
          </a>
          . To link another identifier, do it there.
        </InsetText>
      )}
      {follows === undefined && compared === undefined && (
        <>
          <p class="govuk-body">
            A child may have been given a second identifier: by mistake, on coming back into care,
            or after an adoption. Link them and there is one history.
          </p>
          <FormView form={OTHER_FORM} action={paths.childLinks(childId)} sent={sent} />
        </>
      )}
      {follows === undefined && compared !== undefined && (
        <>
          <Compared pair={compared} />
          <FormView
            form={LINK_FORM}
            action={paths.linkChild(childId, compared[1].childId)}
            sent={sent}
          />
        </>
      )}
      <LinksTable childId={childId} links={links} />
    </>
  );
}
