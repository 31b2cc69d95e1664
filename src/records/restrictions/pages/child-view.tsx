import type { VNode } from 'preact';
import { instantInWords } from '../../../core/instant.ts';
import { ErrorSummary } from '../../../platform/components/error-summary.tsx';
import { InsetText } from '../../../platform/components/messages.tsx';
import { SummaryList } from '../../../platform/components/summary-list.tsx';
import { FormView } from '../../../platform/forms/form-view.tsx';
import type { Sent } from '../../../platform/forms/take-form.ts';
import { paths } from '../../paths.ts';
import { OpeningsTable } from '../openings-table.tsx';
import {
  RESTRICTION_KIND_NAMES,
  type Restriction,
  type RestrictionOpening,
  type RestrictionPerson,
} from '../restriction.ts';
import { END_FORM, readersForm, restrictForm } from './forms.ts';

/** What the page of one child’s restriction shows. */
export interface RestrictionPage {
  readonly childId: string;
  readonly restriction: Restriction | undefined;
  readonly openings: readonly RestrictionOpening[];
  /** Those who could be named. */
  readonly people: readonly RestrictionPerson[];
  /** The reader of the page. */
  readonly personId: string;
  readonly sent?: Sent | undefined;
}

function Standing(props: {
  readonly of: RestrictionPage;
  readonly restriction: Restriction;
}): VNode {
  const { of, restriction } = props;
  const isNamed = restriction.readers.some(({ personId }) => personId === of.personId);
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Kind', value: RESTRICTION_KIND_NAMES[restriction.kind] },
          { key: 'Reason', value: restriction.reason },
          {
            key: 'Restricted by',
            value: `${restriction.restrictedBy}, ${instantInWords(restriction.restrictedAt)}`,
          },
          { key: 'Seen by', value: restriction.readers.map(({ name }) => name).join(', ') },
        ]}
      />
      {isNamed ? (
        <>
          <FormView
            form={readersForm(of.people)}
            action={paths.restrictionReaders(of.childId)}
            begin={{ named: restriction.readers.map(({ personId }) => personId) }}
            sent={of.sent}
          />
          <FormView form={END_FORM} action={paths.endRestriction(of.childId)} sent={of.sent} />
        </>
      ) : (
        <InsetText>
          You have opened this child for an hour. Only those named can change the restriction.
        </InsetText>
      )}
      <OpeningsTable
        caption="Openings"
        openings={of.openings}
        mayAcknowledge={({ acknowledged, personId }) =>
          isNamed && acknowledged === undefined && personId !== of.personId
        }
      />
    </>
  );
}

/** Who may see the child, and how to change that. */
export function RestrictionView(of: RestrictionPage): VNode {
  const { childId, people, personId, restriction, sent } = of;
  const others = people.filter((person) => person.personId !== personId);
  return (
    <>
      <ErrorSummary problems={sent?.problems} />
      <h1 class="govuk-heading-l">Restriction of child {childId}</h1>
      {restriction === undefined ? (
        <>
          <p class="govuk-body">
            This child is not restricted: everybody who may see children sees this one.
          </p>
          <FormView form={restrictForm(others)} action={paths.restriction(childId)} sent={sent} />
        </>
      ) : (
        <Standing of={of} restriction={restriction} />
      )}
    </>
  );
}
