import type { VNode } from 'preact';
import { instantInWords } from '../../../core/instant.ts';
import { dateInWords, type PlainDate, parseIsoDate } from '../../../core/plain-date.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/choices.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { type FieldProblem, problemOf, typedValue } from '../../http/form.ts';
import type { FormFields } from '../../http/route.ts';
import type { PersonWithRoles } from '../../identity/people-who-may.ts';
import { taskPaths } from '../paths.ts';
import { latestPutOff, type Work } from '../rules.ts';
import type { Said } from '../said.ts';
import { type FormName, reasonField } from './schema.ts';
import { DueDay, holderInWords } from './work-table.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

export interface OneWorkPage {
  readonly work: Work;
  readonly said: readonly Said[];
  readonly possible: readonly PersonWithRoles[];
  readonly today: PlainDate;
  /** The form that was sent and could not be taken, with what is wrong and what was typed. */
  readonly sent?: FormName;
  readonly problems?: readonly FieldProblem[];
  readonly typed?: FormFields;
}

type FormProps = OneWorkPage & { readonly name: FormName };

/** The fields of several forms have one name each; only those of the one that was sent show what was typed. */
function fieldOf({ name, sent, problems, typed }: FormProps, field: string) {
  if (sent !== name) return { value: '', problem: undefined };
  return { value: typedValue(typed, field), problem: problemOf(problems, field) };
}

function Form(props: FormProps & { readonly action: string; readonly children: unknown }): VNode {
  const { work, action } = props;
  return (
    <form method="post" action={action}>
      <input type="hidden" name="kind" value={work.kind.id} />
      <input type="hidden" name="key" value={work.key} />
      <input type="hidden" name="seen" value={work.said} />
      {props.children as VNode[]}
    </form>
  );
}

function Reason(props: FormProps & { readonly label: string }): VNode {
  const name = reasonField(props.name);
  return <TextInput name={name} label={props.label} {...fieldOf(props, name)} />;
}

function PutOff(props: OneWorkPage): VNode | null {
  const { work, today, typed, sent, problems } = props;
  const latest = latestPutOff(work, today);
  if (latest === undefined) {
    return (
      <p class="govuk-body">
        It cannot be put off: the day by which the law wants it done has come.
      </p>
    );
  }
  const part = (name: string) => (sent === 'put-off' ? typedValue(typed, name) : '');
  const form: FormProps = { ...props, name: 'put-off' };
  return (
    <Form {...form} action={taskPaths.putOff}>
      <DateInput
        name="until"
        label="Until"
        hint={`It comes back by itself on that day: ${dateInWords(latest)} at the latest. Nobody else is asked to do it until then.`}
        value={{ day: part('until-day'), month: part('until-month'), year: part('until-year') }}
        problem={sent === 'put-off' ? problemOf(problems, 'until-day') : undefined}
      />
      <Reason {...form} label="Why it can wait" />
      <Button text="Put off" kind="secondary" />
    </Form>
  );
}

function HandOver(props: OneWorkPage): VNode {
  const form: FormProps = { ...props, name: 'hand-over' };
  if (props.possible.length === 0) {
    return <p class="govuk-body">Nobody else may do it.</p>;
  }
  return (
    <Form {...form} action={taskPaths.handOver}>
      <Select
        name="to"
        label="To"
        choices={[
          { value: '', text: 'Choose somebody' },
          ...props.possible.map(({ personId, name }) => ({ value: personId, text: name })),
        ]}
        {...fieldOf(form, 'to')}
      />
      <Reason {...form} label="Why you hand it over" />
      <Button text="Hand over" kind="secondary" />
    </Form>
  );
}

const WORDS = {
  'taken-up': () => 'took it up',
  'handed-over': ({ holder }: Said) => `handed it over to ${holder}`,
  'put-off': ({ until }: Said) => {
    const day = parseIsoDate(until ?? '');
    return `put it off to ${day === undefined ? until : dateInWords(day)}`;
  },
  'given-back': () => 'gave it back to all who may do it',
} as const satisfies Readonly<Record<Said['verdict'], (said: Said) => string>>;

function History({ said }: { readonly said: readonly Said[] }): VNode | null {
  if (said.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What was said about it</h2>
      <ul class="govuk-list govuk-list--bullet">
        {said.map((each) => (
          <li key={each.at.toISOString()}>
            {instantInWords(each.at)}: {each.by} {WORDS[each.verdict](each)}. {each.reason}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is known of the work, at the head of its page. */
function Facts({ work, today }: Pick<OneWorkPage, 'work' | 'today'>): VNode {
  return (
    <SummaryList
      rows={[
        { key: 'Kind', value: work.kind.inWords.one },
        ...(work.childId === undefined ? [] : [{ key: 'Child', value: work.childId }]),
        ...(work.detail === undefined ? [] : [{ key: 'More', value: work.detail }]),
        { key: 'Why it waits for you', value: work.why },
        { key: 'Due', value: <DueDay due={work.due} today={today} /> },
        { key: 'With', value: holderInWords(work) },
        ...(work.until === undefined
          ? []
          : [{ key: 'Put off to', value: dateInWords(work.until) }]),
      ]}
    />
  );
}

/** One piece of work: what it is, whose, what was said about it, and what can be said now. */
export function OneWorkView(props: OneWorkPage): VNode {
  const { work, said, problems } = props;
  const takeUp: FormProps = { ...props, name: 'take-up' };
  const giveBack: FormProps = { ...props, name: 'give-back' };
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={problems} />
        <h1 class="govuk-heading-l">{work.title}</h1>
        <Facts {...props} />
        <p class="govuk-body">
          <a class={LINK} href={work.href}>
            Go to where it is done
          </a>
        </p>
        {(work.whose !== 'mine' || work.holders.length > 1 || work.until !== undefined) && (
          <Form {...takeUp} action={taskPaths.takeUp}>
            {work.whose === 'other' && (
              <Reason {...takeUp} label={`Why you take it from ${holderInWords(work)}`} />
            )}
            <Button text="Take it up" />
          </Form>
        )}
        <h2 class="govuk-heading-m">Hand it over</h2>
        <HandOver {...props} />
        <h2 class="govuk-heading-m">Put it off</h2>
        <PutOff {...props} />
        {work.whose === 'mine' && work.said > 0 && (
          <>
            <h2 class="govuk-heading-m">Give it back</h2>
            <Form {...giveBack} action={taskPaths.giveBack}>
              <Reason {...giveBack} label="Why you give it back" />
              <Button text="Give back to all who may do it" kind="secondary" />
            </Form>
          </>
        )}
        <History said={said} />
      </div>
    </div>
  );
}
