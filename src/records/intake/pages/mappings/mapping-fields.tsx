import type { VNode } from 'preact';
import { Radios, Select } from '../../../../platform/components/choices.tsx';
import { Details } from '../../../../platform/components/messages.tsx';
import { TextArea } from '../../../../platform/components/text-area.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import { type FieldProblem, problemOf, typedValue } from '../../../../platform/http/form.ts';
import type { FormFields } from '../../../../platform/http/route.ts';
import type { RowKind } from '../../files/file-kind.ts';
import { type LayoutField, layoutOf } from '../../files/layout.ts';
import type { DateStyle } from '../../mappings/saved-mapping.ts';
import { allowedValues } from './allowed-values.ts';
import { ExtentChoice } from './extent-choice.tsx';
import { fieldNames } from './mapping-form.ts';

interface Filled {
  readonly kind: RowKind;
  readonly header: readonly string[];
  readonly typed: FormFields;
  readonly problems: readonly FieldProblem[];
}

const DATE_STYLE_CHOICES: readonly { value: DateStyle; text: string; hint: string }[] = [
  { value: 'automatic', text: 'Day first, or ISO', hint: '31/03/2024 or 2024-03-31' },
  { value: 'month-first', text: 'Month first', hint: '03/31/2024' },
  {
    value: 'spreadsheet-number',
    text: 'Numbers of a spreadsheet',
    hint: '45382, the days since 1900 that a date turns into when its format is lost',
  },
];

function Translations(props: Filled & { readonly field: LayoutField }): VNode {
  const { kind, field, typed, problems } = props;
  const { values } = fieldNames(field.name);
  const allowed = allowedValues(kind, field.name);
  const value = typedValue(typed, values);
  const problem = problemOf(problems, values);
  return (
    <Details
      summary={`Values of ${field.name} that are written otherwise`}
      open={value.trim() !== '' || problem !== undefined}
    >
      <TextArea
        name={values}
        label={`What the values of ${field.name} stand for`}
        hint={
          allowed.length > 0 && allowed.length <= 40
            ? `One a line, such as: Residential = ${allowed[0]}. It may be ${allowed.join(', ')}.`
            : 'One a line: value = what it stands for.'
        }
        value={value}
        rows={3}
        problem={problem}
      />
    </Details>
  );
}

function MappedFieldSet(props: Filled & { readonly field: LayoutField }): VNode {
  const { field, header, typed, problems } = props;
  const { column, constant } = fieldNames(field.name);
  return (
    <div class="wellplaced-mapped-field">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          {field.name}
          {field.required ? '' : ' (optional)'}
        </legend>
        <div class="wellplaced-mapped-field__ways">
          <Select
            name={column}
            label={`Column for ${field.name}`}
            value={typedValue(typed, column)}
            problem={problemOf(problems, column)}
            choices={[
              { value: '', text: 'Not in this file' },
              ...header
                .filter((name) => name.trim() !== '')
                .map((name) => ({ value: name, text: name })),
            ]}
          />
          <TextInput
            name={constant}
            label={`Or the same ${field.name} on every row`}
            value={typedValue(typed, constant)}
            problem={problemOf(problems, constant)}
          />
        </div>
        <Translations {...props} />
      </fieldset>
    </div>
  );
}

/** The fields of the form: where each field of the layout comes from, how dates are written, the layout's name. */
export function MappingFields(props: Filled): VNode {
  const { kind, typed, problems } = props;
  const { fields } = layoutOf(kind);
  return (
    <>
      {fields.map((field) => (
        <MappedFieldSet key={field.name} {...props} field={field} />
      ))}
      {fields.some(({ date }) => date) && (
        <Radios
          name="dateStyle"
          label="How are dates written?"
          small
          value={typedValue(typed, 'dateStyle')}
          problem={problemOf(problems, 'dateStyle')}
          choices={DATE_STYLE_CHOICES}
        />
      )}
      <ExtentChoice value={typedValue(typed, 'extent')} />
      <TextInput
        name="name"
        label="Name of this layout"
        hint="Such as ContrOCC weekly extract. Files with these columns are read by it from then on."
        value={typedValue(typed, 'name')}
        problem={problemOf(problems, 'name')}
      />
    </>
  );
}
