import { z } from 'zod';
import { choiceField } from '../../src/platform/forms/choice-fields.ts';
import { carriedField } from '../../src/platform/forms/field.ts';
import { declareForm } from '../../src/platform/forms/form.ts';
import { reasonField } from '../../src/platform/forms/text-fields.ts';
import type { Offer } from '../../src/platform/workflow/judge.ts';
import { VERDICTS, type Verdict } from './visit-workflow.ts';

/** The decision on one visit: what of the workflow is offered, and why it is chosen. */
export function visitForm(offers: readonly Offer<Verdict>[]) {
  const offered = offers.filter(({ refusal }) => refusal === undefined);
  return declareForm({
    name: 'visit',
    submit: 'Decide',
    refusals: { 'action-refused': 'verdict' },
    fields: {
      seen: carriedField(z.coerce.number().int().min(0)),
      verdict: choiceField({
        label: 'Is the placement visited?',
        choices: offered.map(({ action, label }) => ({ value: action, text: label })),
        known: VERDICTS,
        missing: 'Choose whether the placement is visited',
      }),
      reason: reasonField({ label: 'Why', missing: 'Enter why' }),
    },
  });
}
