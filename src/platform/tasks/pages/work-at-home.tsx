import type { VNode } from 'preact';
import { inFigures } from '../../../core/english.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { WorkFound } from '../load-work.ts';
import { taskPaths } from '../paths.ts';
import type { Work } from '../rules.ts';
import type { KnownKind } from '../waiting.ts';
import { UnreadKinds, WorkTable } from './work-table.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';
/** Up to so many things stand in one table; more are grouped by kind. */
const MOST_TOGETHER = 15;
/** How many of each kind are shown then. */
const FIRST_OF_KIND = 3;

/** What is the person’s own and what is everybody’s who may do it: not another’s, and not put off. */
export function awake(work: readonly Work[]): readonly Work[] {
  return work.filter(({ whose, until }) => whose !== 'other' && until === undefined);
}

/** By kind, that of the nearest day first. */
function byKind(work: readonly Work[]): readonly (readonly [KnownKind, readonly Work[]])[] {
  const kinds = new Map<KnownKind, Work[]>();
  for (const each of work) kinds.set(each.kind, [...(kinds.get(each.kind) ?? []), each]);
  return [...kinds];
}

function OfKind(props: {
  readonly kind: KnownKind;
  readonly work: readonly Work[];
  readonly today: PlainDate;
}): VNode {
  const { kind, work, today } = props;
  const { several } = kind.inWords;
  return (
    <>
      <WorkTable
        caption={`${several} (${inFigures(work.length)})`}
        work={work.slice(0, FIRST_OF_KIND)}
        today={today}
        empty=""
        kinds={false}
      />
      {work.length > FIRST_OF_KIND && (
        <p class="govuk-body">
          <a class={LINK} href={taskPaths.workWhere({ kind: kind.id })}>
            See all {inFigures(work.length)}
            <span class="govuk-visually-hidden">: {several.toLowerCase()}</span>
          </a>
        </p>
      )}
    </>
  );
}

function Ways({ found: { work } }: { readonly found: WorkFound }): VNode {
  const of = (whose: Work['whose']) =>
    work.filter((each) => each.whose === whose && each.until === undefined).length;
  const ways = [
    { whose: 'mine', text: `Yours (${inFigures(of('mine'))})` },
    { whose: 'role', text: `Your role’s (${inFigures(of('role'))})` },
    { whose: 'other', text: `With others (${inFigures(of('other'))})` },
  ] as const;
  return (
    <p class="govuk-body wellplaced-no-print">
      {ways.map(({ whose, text }) => (
        <>
          <a class={LINK} href={taskPaths.workWhere({ whose })}>
            {text}
          </a>
          {' · '}
        </>
      ))}
      <a class={LINK} href={taskPaths.print}>
        To print
      </a>
      {' · '}
      <a class={LINK} href={taskPaths.digest}>
        By message
      </a>
    </p>
  );
}

/** What waits for the person: all of it where it is little, else the first of each kind with the way to the rest. */
export function WorkAtHome(props: { readonly found: WorkFound; readonly today: PlainDate }): VNode {
  const { found, today } = props;
  const work = awake(found.work);
  return (
    <section>
      <UnreadKinds unread={found.unread} />
      {work.length === 0 && found.unread.length === 0 && (
        <p class="govuk-body">Nothing waits for you today.</p>
      )}
      {work.length > 0 && work.length <= MOST_TOGETHER && (
        <WorkTable caption="What waits for you" work={work} today={today} empty="" kinds />
      )}
      {work.length > MOST_TOGETHER &&
        byKind(work).map(([kind, ofKind]) => (
          <OfKind key={kind.id} kind={kind} work={ofKind} today={today} />
        ))}
      {found.work.length > 0 && <Ways found={found} />}
    </section>
  );
}
