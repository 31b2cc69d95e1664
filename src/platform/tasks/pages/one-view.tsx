import type { VNode } from 'preact';
import { instantInWords } from '../../../core/instant.ts';
import { dateInWords, type PlainDate, parseIsoDate } from '../../../core/plain-date.ts';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { WarningText } from '../../components/messages.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import type { Form } from '../../forms/form.ts';
import { FormView } from '../../forms/form-view.tsx';
import type { Sent } from '../../forms/take-form.ts';
import { taskPaths } from '../paths.ts';
import { latestPutOff, type Work } from '../rules.ts';
import type { Said } from '../said.ts';
import type { WorkForms } from './forms.ts';
import { DueDay, holderInWords } from './work-table.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

export interface OneWorkPage {
  readonly work: Work;
  readonly said: readonly Said[];
  readonly forms: WorkForms;
  readonly mayBeHandedOver: boolean;
  readonly today: PlainDate;
  /** The form that was sent and could not be taken. */
  readonly sent?: Sent | undefined;
}

function Ask(props: OneWorkPage & { readonly form: Form; readonly action: string }): VNode {
  const { action, form, sent, work } = props;
  const begin = { kind: work.kind.id, key: work.key, seen: String(work.said) };
  return <FormView form={form} action={action} begin={begin} sent={sent} />;
}

function Meanwhile(): VNode {
  return (
    <>
      <WarningText text="Somebody else has decided since you opened the page. Nothing of yours was stored." />
      <p class="govuk-body">
        What was said about it stands at the end of the page, and what you typed is kept.
      </p>
    </>
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
  const { forms, mayBeHandedOver, work, said, sent, today } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={sent?.problems} />
        {sent?.meanwhile && <Meanwhile />}
        <h1 class="govuk-heading-l">{work.title}</h1>
        <Facts {...props} />
        <p class="govuk-body">
          <a class={LINK} href={work.href}>
            Go to where it is done
          </a>
        </p>
        {(work.whose !== 'mine' || work.holders.length > 1 || work.until !== undefined) && (
          <Ask {...props} form={forms.takeUp.form} action={taskPaths.takeUp} />
        )}
        <h2 class="govuk-heading-m">Hand it over</h2>
        {mayBeHandedOver ? (
          <Ask {...props} form={forms.handOver.form} action={taskPaths.handOver} />
        ) : (
          <p class="govuk-body">Nobody else may do it.</p>
        )}
        <h2 class="govuk-heading-m">Put it off</h2>
        {latestPutOff(work, today) !== undefined ? (
          <Ask {...props} form={forms.putOff.form} action={taskPaths.putOff} />
        ) : (
          <p class="govuk-body">
            It cannot be put off: the day by which the law wants it done has come.
          </p>
        )}
        {work.whose === 'mine' && work.said > 0 && (
          <>
            <h2 class="govuk-heading-m">Give it back</h2>
            <Ask {...props} form={forms.giveBack.form} action={taskPaths.giveBack} />
          </>
        )}
        <History said={said} />
      </div>
    </div>
  );
}
