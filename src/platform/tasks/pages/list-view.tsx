import type { VNode } from 'preact';
import type { PlainDate } from '../../../core/plain-date.ts';
import { Select } from '../../components/choices.tsx';
import { Filter } from '../../components/filter.tsx';
import { Pagination } from '../../components/pagination.tsx';
import type { WorkFound } from '../load-work.ts';
import { taskPaths, WHOSE, type Whose } from '../paths.ts';
import type { Work } from '../rules.ts';
import type { KnownKind } from '../waiting.ts';
import { awake } from './work-at-home.tsx';
import { UnreadKinds, WorkTable } from './work-table.tsx';

/** The title and heading of the page. */
export const LIST_TITLE = 'Work that waits';
const PAGE_SIZE = 50;

const WHOSE_WORDS: Readonly<Record<Whose, string>> = {
  mine: 'Yours',
  role: 'Your role’s, with nobody yet',
  other: 'With others',
  'put-off': 'Put off',
};

/** The work that the filter leaves: without one, one’s own and one’s role’s that is not put off. */
function narrowedTo(work: readonly Work[], whose: Whose | undefined): readonly Work[] {
  if (whose === undefined) return awake(work);
  if (whose === 'put-off') return work.filter(({ until }) => until !== undefined);
  return work.filter((each) => each.until === undefined && each.whose === whose);
}

/** Work that waits, narrowed, one page of it. */
export function WorkListView(props: {
  readonly found: WorkFound;
  readonly kinds: readonly KnownKind[];
  readonly query: URLSearchParams;
  readonly today: PlainDate;
}): VNode {
  const { found, kinds, query, today } = props;
  const kind = query.get('kind') ?? '';
  const whose = WHOSE.find((each) => each === query.get('whose'));
  const work = narrowedTo(found.work, whose);
  const asked = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(work.length / PAGE_SIZE));
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), last) : 1;
  return (
    <>
      <h1 class="govuk-heading-l">{LIST_TITLE}</h1>
      <Filter label="Filter waiting work" path={taskPaths.work}>
        <Select
          name="whose"
          label="Whose"
          value={whose ?? ''}
          choices={[
            { value: '', text: 'Yours and your role’s' },
            ...WHOSE.map((value) => ({ value, text: WHOSE_WORDS[value] })),
          ]}
        />
        <Select
          name="kind"
          label="Kind"
          value={kind}
          choices={[
            { value: '', text: 'All kinds' },
            ...kinds.map(({ id, inWords }) => ({ value: id, text: inWords.several })),
          ]}
        />
      </Filter>
      <UnreadKinds unread={found.unread} />
      <p class="govuk-body">{work.length} in all, the nearest day first.</p>
      <WorkTable
        caption={LIST_TITLE}
        captionSize="hidden"
        work={work.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        today={today}
        empty={
          whose === undefined && kind === ''
            ? 'Nothing waits for you.'
            : 'Nothing waits that fits the filters.'
        }
        kinds={kind === ''}
      />
      <Pagination
        path={taskPaths.work}
        query={query}
        page={page}
        pageSize={PAGE_SIZE}
        total={work.length}
      />
    </>
  );
}

/** One’s own and one’s role’s waiting work as one sheet of paper. */
export function PrintedWorkView(props: {
  readonly found: WorkFound;
  readonly name: string;
  readonly today: PlainDate;
  readonly day: string;
}): VNode {
  const { found, name, today, day } = props;
  const work = awake(found.work);
  const parts = [
    ['Yours', work.filter(({ whose }) => whose === 'mine')],
    ['Your role’s, with nobody yet', work.filter(({ whose }) => whose === 'role')],
  ] as const;
  return (
    <>
      <h1 class="govuk-heading-l">
        Work that waits for {name}, {day}
      </h1>
      <UnreadKinds unread={found.unread} />
      {parts.map(([caption, part]) => (
        <WorkTable
          key={caption}
          caption={`${caption} (${part.length})`}
          work={part}
          today={today}
          empty={`${caption}: nothing waits.`}
          kinds
        />
      ))}
    </>
  );
}
