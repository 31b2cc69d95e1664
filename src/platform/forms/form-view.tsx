import { type ComponentChildren, Fragment, type VNode } from 'preact';
import { Button } from '../components/button.tsx';
import { Checkboxes, Radios, Select } from '../components/choices.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextInput } from '../components/text-input.tsx';
import { problemOf, typedValue } from '../http/form.ts';
import type { FormFields } from '../http/route.ts';
import { DraftButtons, DraftNote } from './drafts/draft-buttons.tsx';
import type { KeptDraft } from './drafts/store.ts';
import type { Field } from './field.ts';
import { type Form, nameOf } from './form.ts';
import type { Sent } from './take-form.ts';

function Drawn(props: {
  readonly name: string;
  readonly field: Field<unknown>;
  readonly typed: FormFields;
  readonly problem: string | undefined;
}): VNode {
  const { name, field, typed, problem } = props;
  const { control, label, hint } = field;
  const said = { name, label, problem, ...(hint !== undefined && { hint }) };
  const value = typedValue(typed, name);
  switch (control.kind) {
    case 'line': {
      const { kind: _, ...params } = control;
      return <TextInput {...said} {...params} value={value} />;
    }
    case 'lines':
      return <TextArea {...said} rows={control.rows} value={value} />;
    case 'select':
      return <Select {...said} choices={control.choices} value={value} />;
    case 'radios':
      return (
        <Radios {...said} choices={control.choices} value={value} small={control.small === true} />
      );
    case 'checkboxes':
      return (
        <Checkboxes
          {...said}
          choices={control.choices}
          values={[typed[name] ?? []].flat()}
          small={control.small === true}
        />
      );
    case 'carried':
      return <Carried name={name} values={typed[name]} />;
  }
}

/** Values that go along unseen. */
export function Carried(props: {
  readonly name: string;
  readonly values: string | readonly string[] | undefined;
}): VNode {
  return (
    <>
      {[props.values ?? []].flat().map((value) => (
        <input key={value} type="hidden" name={props.name} value={value} />
      ))}
    </>
  );
}

/** What stands in the fields: what was typed where this form was sent, otherwise what it begins with. What is carried is always the page's own. */
function filledOf(
  form: Form,
  begin: FormFields,
  sent: Pick<Sent, 'form' | 'typed'> | undefined,
): FormFields {
  const own = Object.keys(form.fields).filter(
    (name) => form.fields[name]?.control.kind === 'carried',
  );
  const beginning = Object.entries(begin).map(
    ([name, value]) => [nameOf(form, name), value] as const,
  );
  if (sent?.form !== form.name) return Object.fromEntries(beginning);
  return { ...sent.typed, ...Object.fromEntries(beginning.filter(([name]) => own.includes(name))) };
}

/** A form as it is declared, with what was typed and what is wrong beside each field. */
export function FormView(props: {
  readonly form: Form;
  /** Where it is sent; the page's own address unless said otherwise. */
  readonly action?: string;
  /** What its fields begin with, and what it carries, by the fields' own names. */
  readonly begin?: FormFields;
  /** A form of the page that was sent and not taken; shown where it is this one. */
  readonly sent?: Sent | undefined;
  /** What stands under a field, by the field's name. */
  readonly below?: Readonly<Record<string, ComponentChildren>>;
  /** Where drafts of it are kept: the one that it was filled from, or none. */
  readonly drafts?: { readonly kept: KeptDraft | undefined };
}): VNode {
  const { action, begin = {}, below = {}, drafts, form } = props;
  const kept = props.sent === undefined ? drafts?.kept : undefined;
  const sent = kept === undefined ? props.sent : { form: form.name, typed: kept.typed };
  const typed = filledOf(form, begin, sent);
  const problems = props.sent?.form === form.name ? props.sent.problems : [];
  return (
    <form method="post" {...(action !== undefined && { action })}>
      {kept !== undefined && <DraftNote keptAt={kept.keptAt} />}
      {Object.entries(form.fields).map(([each, field]) => {
        const name = nameOf(form, each);
        return (
          <Fragment key={name}>
            <Drawn name={name} field={field} typed={typed} problem={problemOf(problems, name)} />
            {below[each]}
          </Fragment>
        );
      })}
      <div class="govuk-button-group">
        <Button text={form.submit} {...(form.button && { kind: form.button })} />
        {drafts !== undefined && <DraftButtons kept={kept !== undefined} />}
      </div>
    </form>
  );
}
