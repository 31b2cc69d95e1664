import type { VNode } from 'preact';
import { instantInWords } from '../../core/instant.ts';
import { Button } from '../components/button.tsx';
import { Tag } from '../components/messages.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { type Tab, Tabs } from '../components/tabs.tsx';
import type { StateInWords } from '../workflow/workflow.ts';
import type { Attachment } from './attachments.ts';
import type { CaseFile } from './case-file.ts';
import { casePaths } from './case-paths.ts';
import { nameThen, PeopleOfCase } from './people-then.tsx';
import { byDay } from './timeline.ts';

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });

interface OnCase {
  readonly file: CaseFile;
  /** The case's own page. */
  readonly path: string;
  /** Whether the reader may add notes and files, and remove them. */
  readonly writes: boolean;
}

function Timeline({ file: { events, names } }: Pick<OnCase, 'file'>): VNode {
  if (events.length === 0) return <p class="govuk-body">Nothing has happened yet.</p>;
  return (
    <>
      {byDay(events).map(({ day, events: ofDay }) => (
        <section key={day}>
          <h3 class="govuk-heading-s">{day}</h3>
          <ol class="govuk-list wellplaced-events">
            {ofDay.map(({ at, who, what, words }) => (
              <li>
                <time datetime={at.toISOString()}>{TIME.format(at)}</time>
                <div>
                  {who === undefined ? what : `${nameThen(who, names)} ${what}`}
                  {words !== undefined && <p class="wellplaced-words">{words}</p>}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Notes({ file: { notes, names }, path, writes }: OnCase): VNode {
  const byId = new Map(notes.map((note) => [note.noteId, note]));
  return (
    <>
      {writes && <Button text="Add a note" href={casePaths.newNote(path)} kind="secondary" />}
      {notes.length === 0 && <p class="govuk-body">Nobody has written a note yet.</p>}
      {notes.map(({ noteId, text, corrects, by, at }) => {
        const before = corrects === null ? undefined : byId.get(corrects);
        return (
          <article class="wellplaced-note" key={noteId}>
            <h3 class="govuk-heading-s">
              {nameThen(by, names)}, {instantInWords(at)}
            </h3>
            {corrects !== null && (
              <p class="govuk-hint">
                Corrects the note
                {before === undefined
                  ? ' of somebody'
                  : ` of ${nameThen(before.by, names)}, ${instantInWords(before.at)}`}
              </p>
            )}
            <p class="govuk-body wellplaced-words">{text}</p>
            {writes && (
              <a class="govuk-link" href={casePaths.newNote(path, noteId)}>
                Correct<span class="govuk-visually-hidden"> the note of {instantInWords(at)}</span>
              </a>
            )}
          </article>
        );
      })}
    </>
  );
}

const KILOBYTES = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A size as people say it: `48 KB`, `3.2 MB`. */
function sizeInWords(bytes: number): string {
  if (bytes < 2 ** 20) return `${KILOBYTES.format(Math.max(1, bytes / 2 ** 10))} KB`;
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

function FileName({ one, path }: { readonly one: Attachment; readonly path: string }): VNode {
  if (one.removed !== undefined) return <>{one.name}</>;
  return (
    <a class="govuk-link" href={casePaths.attachment(path, one.attachmentId)}>
      {one.name}
    </a>
  );
}

function Attachments({ file: { attachments, names }, path, writes }: OnCase): VNode {
  return (
    <>
      {writes && (
        <Button text="Attach a file" href={casePaths.newAttachment(path)} kind="secondary" />
      )}
      <Table
        caption="Attachments"
        captionSize="hidden"
        columns={[
          { key: 'name', heading: 'File', type: 'text' },
          { key: 'size', heading: 'Size', type: 'text' },
          { key: 'by', heading: 'Attached by', type: 'text' },
          { key: 'at', heading: 'Attached on', type: 'text' },
          { key: 'removed', heading: 'Removed', type: 'text' },
        ]}
        rows={attachments.map((one) => ({
          cells: {
            name: <FileName one={one} path={path} />,
            size: sizeInWords(one.bytes),
            by: nameThen(one.by, names),
            at: instantInWords(one.at),
            removed:
              one.removed !== undefined ? (
                `By ${nameThen(one.removed.by, names)} on ${instantInWords(one.removed.at)}: ${one.removed.reason}`
              ) : writes ? (
                <a class="govuk-link" href={casePaths.removeAttachment(path, one.attachmentId)}>
                  Remove<span class="govuk-visually-hidden"> {one.name}</span>
                </a>
              ) : null,
          },
        }))}
        empty="Nothing is attached."
      />
    </>
  );
}

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
