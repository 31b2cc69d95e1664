import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { type Form, nameOf, type ValuesOf } from './form.ts';
import { Carried } from './form-view.tsx';
import { type Answers, STEP, STEPS } from './take-form.ts';

/**
 * The answers of a form, each with a way back to its field, and the button that stores them. What was
 * typed goes along unseen and is read again by the same rules, so that nothing is believed of it.
 */
export function CheckAnswers<Of extends Form['fields']>(props: {
  readonly form: Form<Of>;
  /** Where the form is sent. */
  readonly action: string;
  readonly answers: Answers<ValuesOf<Of>>;
  /** The words of the button. */
  readonly confirm: string;
  /** What to know beside the answers, before them. */
  readonly facts?: readonly SummaryRow[];
}): VNode {
  const { action, answers, confirm, facts = [], form } = props;
  const values: Readonly<Record<string, unknown>> = answers.values;
  const asked = Object.entries(form.fields).filter(
    ([name, { control }]) => control.kind !== 'carried' && values[name] !== undefined,
  );
  const rows = asked.map(([name, field]) => ({
    key: field.label,
    value: (
      <>
        <span class="wellplaced-words">{field.inWords(values[name])}</span>{' '}
        <button
          class="wellplaced-link-button"
          type="submit"
          name={STEP}
          value={STEPS.change}
          formaction={`${action}#${nameOf(form, name)}`}
        >
          Change<span class="govuk-visually-hidden"> {field.label}</span>
        </button>
      </>
    ),
  }));
  return (
    <form method="post" action={action}>
      {Object.keys(form.fields).map((name) => (
        <Carried key={name} name={nameOf(form, name)} values={answers.typed[nameOf(form, name)]} />
      ))}
      <SummaryList rows={[...facts, ...rows]} />
      <Button
        text={confirm}
        name={STEP}
        value={STEPS.checked}
        {...(form.button && { kind: form.button })}
      />
    </form>
  );
}
