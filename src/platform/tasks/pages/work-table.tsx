import type { VNode } from 'preact';
import { dateInWords, type PlainDate } from '../../../core/plain-date.ts';
import { Tag, WarningText } from '../../components/messages.tsx';
import { Table } from '../../components/table.tsx';
import type { Unread } from '../load-work.ts';
import { taskPaths } from '../paths.ts';
import { type DueState, dueState, type Work } from '../rules.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

const DUE_TAGS: Readonly<
  Partial<Record<DueState, { readonly text: string; readonly colour: 'red' | 'orange' | 'yellow' }>>
> = {
  overdue: { text: 'Overdue', colour: 'red' },
  today: { text: 'Today', colour: 'orange' },
  soon: { text: 'Soon', colour: 'yellow' },
};

/** The day by which it is to be done, and how near that is. */
export function DueDay(props: {
  readonly due: PlainDate | undefined;
  readonly today: PlainDate;
}): VNode {
  const { due, today } = props;
  if (due === undefined) return <>No day</>;
  const tag = DUE_TAGS[dueState(due, today)];
  return (
    <>
      {dateInWords(due)}
      {tag && (
        <>
          {' '}
          <Tag {...tag} />
        </>
      )}
    </>
  );
}

/** Whose it is, in a word or a name. */
export function holderInWords({ whose, holders }: Work): string {
  if (whose === 'role') return 'Nobody yet';
  if (whose === 'mine' && holders.length === 1) return 'You';
  if (holders.length > 2)
    return whose === 'mine' ? `You and ${holders.length - 1} others` : `${holders.length} people`;
  return holders.map(({ name }) => name).join(' or ');
}

/** Waiting work by due day, each with where it is done and where it is taken up. */
export function WorkTable(props: {
  readonly caption: string;
  readonly captionSize?: 'm' | 'hidden';
  readonly work: readonly Work[];
  readonly today: PlainDate;
  readonly empty: string;
  /** Whether the kind has a column; where a table is of one kind it need not. */
  readonly kinds: boolean;
}): VNode {
  const { caption, captionSize = 'm', work, today, empty, kinds } = props;
  const aboutChildren = work.some(({ childId }) => childId !== undefined);
  return (
    <Table
      caption={caption}
      captionSize={captionSize}
      columns={[
        { key: 'what', heading: 'What', type: 'text' },
        ...(kinds ? [{ key: 'kind', heading: 'Kind', type: 'text' } as const] : []),
        ...(aboutChildren ? [{ key: 'child', heading: 'Child', type: 'text' } as const] : []),
        { key: 'due', heading: 'Due', type: 'text' },
        { key: 'who', heading: 'With', type: 'text' },
      ]}
      rowHeader="what"
      rows={work.map((each) => ({
        cells: {
          what: (
            <>
              <a class={LINK} href={each.href}>
                {each.title}
                {each.childId !== undefined && (
                  <span class="govuk-visually-hidden">, child {each.childId}</span>
                )}
              </a>
              {each.detail !== undefined && (
                <p class="govuk-hint govuk-!-font-size-16 govuk-!-font-weight-regular govuk-!-margin-bottom-0">
                  {each.detail}
                </p>
              )}
            </>
          ),
          kind: each.kind.inWords.one,
          child: each.childId,
          due: <DueDay due={each.due} today={today} />,
          who: (
            <a class={LINK} href={taskPaths.oneOf(each)}>
              {holderInWords(each)}
              <span class="govuk-visually-hidden">
                : take up, hand over or put off “{each.title}”
                {each.childId !== undefined && `, child ${each.childId}`}
              </span>
            </a>
          ),
        },
      }))}
      empty={empty}
    />
  );
}

/** What could not be read, kind by kind, with the reference of what was noted of it. */
export function UnreadKinds({ unread }: { readonly unread: readonly Unread[] }): VNode {
  return (
    <>
      {unread.map(({ kind, reference }) => (
        <WarningText
          key={kind.id}
          text={`${kind.inWords.several} could not be read, so some of what waits may be missing. Try again later; if it stays so, give the reference ${reference} to whoever runs the service in your council.`}
        />
      ))}
    </>
  );
}
