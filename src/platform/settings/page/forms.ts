import { z } from 'zod';
import { addMonths, dateInFigures, type PlainDate } from '../../../core/plain-date.ts';
import { yesOrNoField } from '../../forms/choice-fields.ts';
import { dayField } from '../../forms/day-field.ts';
import { carriedField } from '../../forms/field.ts';
import { declareForm } from '../../forms/form.ts';
import { moneyField, numberField } from '../../forms/number-fields.ts';
import { lineField, reasonField } from '../../forms/text-fields.ts';
import { type Setting, valueInWords } from '../setting.ts';

/** How far ahead a value can be settled: a longer one is a slip in the year. */
const MONTHS_AHEAD = 120;

function valueField(setting: Setting) {
  const { decimals, least, most, unit } = setting;
  const hint = `From ${valueInWords(setting, least)} to ${valueInWords(setting, most)}.`;
  const asked = { label: 'New value', hint, least, most };
  const field = unit === 'pence' ? moneyField(asked) : numberField({ ...asked, decimals, unit });
  return { ...field, inWords: (value: number) => valueInWords(setting, value) };
}

function fromField(today: PlainDate) {
  const latest = addMonths(today, MONTHS_AHEAD);
  return dayField({
    label: 'From which day on',
    hint: 'From then it stays until another value is settled. What was made before stays as it was.',
    missing: 'Enter the first day as a real date',
    earliest: today,
    latest,
    outside: `The first day must be from today, ${dateInFigures(today)}, to ${dateInFigures(latest)}`,
  });
}

const reason = reasonField({
  hint: 'It stands beside the value and in the audit trail.',
  missing: 'Enter the reason',
  least: 3,
  most: 300,
});

/** Which setting is meant, and the number of the latest change of it that the person saw. */
const MEANT = {
  setting: carriedField(z.string()),
  seen: carriedField(z.coerce.number().int().min(0).max(1_000_000).catch(0)),
};

/** The form that changes a setting from a day on. What was before today is never settled afterwards: figures were made by it. */
export function changeForm(setting: Setting, today: PlainDate) {
  return declareForm({
    name: 'change-setting',
    submit: 'Continue',
    refusals: { 'setting-refused': 'value' },
    fields: {
      ...MEANT,
      value: valueField(setting),
      from: fromField(today),
      source: lineField({
        label: 'Source',
        hint: 'Where the value comes from: a decision, a guide, a contract.',
        missing: 'Enter the source',
        least: 3,
        most: 300,
      }),
      confirmed: yesOrNoField({
        label: 'Has somebody who can say so confirmed the value?',
        yes: { text: 'Yes, it is confirmed' },
        no: { text: 'No, not yet', hint: 'Pages say so wherever the value acts.' },
        missing: 'Choose whether the value is confirmed',
      }),
      reason,
    },
  });
}

/** The form that takes a change back. */
export const TAKE_BACK_FORM = declareForm({
  name: 'take-back',
  submit: 'Take back',
  button: 'warning',
  refusals: { 'setting-refused': 'reason' },
  fields: {
    ...MEANT,
    change: carriedField(z.coerce.number().int().min(1).max(1_000_000)),
    reason,
  },
});
