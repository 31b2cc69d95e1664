import type { VNode } from 'preact';
import { dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { auditPaths } from '../../../../platform/audit/paths.ts';
import { WarningText } from '../../../../platform/components/messages.tsx';
import type { ShownPart } from '../../../../platform/wing/page-part.tsx';
import { GoneNotice } from '../../../gone/gone-notice.tsx';
import type { GoneQuestion } from '../../../gone/questions.ts';
import { paths } from '../../../paths.ts';
import type { ChildFinding, ChildRecord, May } from '../../child-record.ts';
import { EpisodesTable, LegalStatusesTable, PlacementsTable } from './care-tables.tsx';
import { CommittedTable, ElementsTable } from './cost-tables.tsx';
import { FindingsTable } from './findings-table.tsx';
import { Identifiers } from './identifiers.tsx';
import { PaymentsTable } from './payments-table.tsx';
import { MissingTable, RepairsTable, SocialWorkersTable } from './record-tables.tsx';
import { ReviewsTable } from './review-table.tsx';
import { Summary } from './summary.tsx';
import { Timeline } from './timeline.tsx';

const PARTS = [
  ['timeline', 'Timeline'],
  ['care', 'Care'],
  ['reviews', 'Reviews, missing episodes and social workers'],
  ['cost', 'Cost and payments'],
  ['records', 'The records themselves'],
] as const;

function Part(props: {
  readonly id: (typeof PARTS)[number][0];
  readonly children: VNode | readonly VNode[];
}): VNode {
  return (
    <section id={props.id}>
      <h2 class="govuk-heading-m">{PARTS.find(([id]) => id === props.id)?.[1]}</h2>
      {props.children}
    </section>
  );
}

function Contents({ added }: { readonly added: readonly ShownPart[] }): VNode {
  // What others add stands before the records themselves.
  const names = added.map(({ anchor, title }) => [anchor, title] as const);
  const parts = [...PARTS.slice(0, -1), ...names, ...PARTS.slice(-1)];
  return (
    <nav aria-label="On this page" class="wellplaced-no-print">
      <p class="govuk-body-s">
        On this page:{' '}
        {parts.map(([id, name], at) => (
          <>
            {at > 0 && ' · '}
            <a class="govuk-link govuk-link--no-visited-state" href={`#${id}`}>
              {name}
            </a>
          </>
        ))}
      </p>
    </nav>
  );
}

/** A child on one screen: first the child's own story, then what it costs, then the records it is known from. */
export function ChildView(props: {
  readonly record: ChildRecord;
  /** What became of the child, where that is or was asked. */
  readonly question?: GoneQuestion | undefined;
  readonly findings: readonly ChildFinding[];
  readonly today: PlainDate;
  readonly may: May;
  /** What other wings add. */
  readonly parts: readonly ShownPart[];
}): VNode {
  const { record, question, findings, today, may, parts } = props;
  return (
    <>
      <span class="wellplaced-caption">As of {dateInWords(today)}</span>
      <h1 class="govuk-heading-l">Child {record.child.childId}</h1>
      {record.restricted && (
        <WarningText text="Restricted: seen only by the people named. Do not show or pass on what stands here to anybody else." />
      )}
      <GoneNotice question={question} answers={may('decide on findings')} />
      <Summary record={record} today={today} />
      <Identifiers record={record} may={may} />
      {may('restrict a child') && (
        <p class="govuk-body wellplaced-no-print">
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={paths.restriction(record.child.childId)}
          >
            {record.restricted ? 'Who may see this child' : 'Restrict this child to named people'}
          </a>
        </p>
      )}
      {may('see audit trail') && (
        <p class="govuk-body wellplaced-no-print">
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={auditPaths.ofChild(record.child.childId)}
          >
            Who looked at or changed these records
          </a>
        </p>
      )}
      <Contents added={parts} />
      <Part id="timeline">
        <Timeline record={record} today={today} />
      </Part>
      <Part id="care">
        <PlacementsTable record={record} today={today} />
        <LegalStatusesTable record={record} />
        <EpisodesTable record={record} />
      </Part>
      <Part id="reviews">
        <ReviewsTable record={record} today={today} />
        <MissingTable record={record} />
        <SocialWorkersTable record={record} />
      </Part>
      <Part id="cost">
        <CommittedTable record={record} today={today} />
        <ElementsTable record={record} />
        <PaymentsTable record={record} />
      </Part>
      {parts.map(({ anchor, title, content }) => (
        <section key={anchor} id={anchor}>
          <h2 class="govuk-heading-m">{title}</h2>
          {content}
        </section>
      ))}
      <Part id="records">
        <p class="govuk-body">
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={paths.childSources(record.child.childId)}
          >
            The file and line of each record
          </a>
        </p>
        <FindingsTable findings={findings} may={may} />
        <RepairsTable record={record} may={may} />
      </Part>
    </>
  );
}
