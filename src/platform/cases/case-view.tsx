import type { VNode } from 'preact';
import { Tag } from '../components/messages.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { type Tab, Tabs } from '../components/tabs.tsx';
import type { StateInWords } from '../workflow/workflow.ts';
import { Attachments } from './attachments-tab.tsx';
import type { OnCase } from './case-file.ts';
import { Notes } from './notes-tab.tsx';
import { PeopleOfCase } from './people-then.tsx';
import { Timeline } from './timeline-tab.tsx';

const counted = (label: string, { length }: readonly unknown[]) =>
  length === 0 ? label : `${label} (${length})`;

/** A case: what it is and how it stands, the key facts, what may be done, and in tabs all that happened. */
export function CaseView(
  props: OnCase & {
    /** What kind of case, above the heading. */
    readonly caption: string;
    readonly heading: string;
    readonly state: StateInWords;
    readonly facts: readonly SummaryRow[];
    /** What may be done, and why the rest is not offered. */
    readonly actions: VNode | null;
    /** The wing's own, before those that every case has. */
    readonly tabs: readonly Tab[];
  },
): VNode {
  const { file, state } = props;
  return (
    <>
      <span class="wellplaced-caption">{props.caption}</span>
      <h1 class="govuk-heading-l">{props.heading}</h1>
      <p class="govuk-body">
        <Tag text={state.inWords} {...(state.colour && { colour: state.colour })} />
      </p>
      <SummaryList rows={props.facts} />
      {props.actions}
      <Tabs
        tabs={[
          ...props.tabs,
          {
            id: 'timeline',
            label: 'Timeline',
            content: panel('Timeline', <Timeline file={file} />),
          },
          {
            id: 'notes',
            label: counted('Notes', file.notes),
            content: panel('Notes', <Notes {...props} />),
          },
          {
            id: 'attachments',
            label: counted(
              'Attachments',
              file.attachments.filter(({ removed }) => !removed),
            ),
            content: panel('Attachments', <Attachments {...props} />),
          },
          {
            id: 'people',
            label: counted('People', file.people),
            content: panel('People', <PeopleOfCase people={file.people} />),
          },
        ]}
      />
    </>
  );
}

/** What stands in one tab, under its heading. */
export function panel(heading: string, content: VNode): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      {content}
    </>
  );
}
