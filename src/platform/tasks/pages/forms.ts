import { z } from 'zod';
import { dateInWords, type PlainDate } from '../../../core/plain-date.ts';
import { dayField } from '../../forms/day-field.ts';
import { carriedField, type Field } from '../../forms/field.ts';
import { declareForm, type Form, type ValuesOf } from '../../forms/form.ts';
import { type Possible, personField } from '../../forms/people-fields.ts';
import { type Sent, takeForm } from '../../forms/take-form.ts';
import { lineField } from '../../forms/text-fields.ts';
import type { Reply } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import type { Act } from '../act-on-work.ts';
import { latestPutOff, type Work } from '../rules.ts';
import { holderInWords } from './work-table.tsx';

/** Which work is meant, and the number of the latest word on it that the person saw. */
export const workMeant = z.object({
  kind: z.string(),
  key: z.string(),
  seen: z.coerce.number().int().min(0).catch(0),
});

const { kind, key, seen } = workMeant.shape;
const MEANT = { kind: carriedField(kind), key: carriedField(key), seen: carriedField(seen) };

const reason = (label: string) => lineField({ label, missing: 'Enter why', most: 500 });

/** Taking up what is nobody’s needs no reason; taking it from another does. */
function takeUpForm(work: Work) {
  const asked: Field<string> =
    work.whose === 'other'
      ? reason(`Why you take it from ${holderInWords(work)}`)
      : carriedField(z.unknown().transform(() => 'taken up'));
  return declareForm({
    ...{ name: 'take-up', prefixed: true, submit: 'Take it up' },
    fields: { ...MEANT, reason: asked },
  });
}

function handOverForm(possible: readonly Possible[]) {
  const to = personField({
    label: 'To',
    people: possible,
    none: 'Choose somebody',
    missing: 'Choose who takes it over',
    judgedByRule: true,
  });
  return declareForm({
    ...{ name: 'hand-over', prefixed: true, submit: 'Hand over', button: 'secondary' },
    refusals: { 'cannot-take-over': 'to' },
    fields: { ...MEANT, to, reason: reason('Why you hand it over') },
  });
}

function putOffForm(work: Work, today: PlainDate) {
  const latest = latestPutOff(work, today) ?? today;
  const until = dayField({
    label: 'Until',
    hint: `It comes back by itself on that day: ${dateInWords(latest)} at the latest. Nobody else is asked to do it until then.`,
    missing: 'Enter a day that exists',
  });
  return declareForm({
    ...{ name: 'put-off', prefixed: true, submit: 'Put off', button: 'secondary' },
    refusals: { 'cannot-put-off': 'until' },
    fields: { ...MEANT, until, reason: reason('Why it can wait') },
  });
}

const GIVE_BACK = declareForm({
  ...{ name: 'give-back', prefixed: true, button: 'secondary' },
  submit: 'Give back to all who may do it',
  fields: { ...MEANT, reason: reason('Why you give it back') },
});

/** A form of the page, and what is asked by it once it is filled in. */
function saying<Of extends Form['fields']>(form: Form<Of>, actOf: (values: ValuesOf<Of>) => Act) {
  return {
    form,
    take: (
      request: PageRequest,
      again: (sent: Sent) => Promise<Reply>,
      work: (act: Act) => Promise<Reply>,
    ) => takeForm(request, form, { again, work: (values) => work(actOf(values)) }),
  };
}

/** The forms of the page of one piece of work. */
export function workForms(work: Work, possible: readonly Possible[], today: PlainDate) {
  return {
    takeUp: saying(takeUpForm(work), ({ reason }) => ({ verdict: 'taken-up', reason })),
    handOver: saying(handOverForm(possible), ({ to, reason }) => {
      return { verdict: 'handed-over', to, reason };
    }),
    putOff: saying(putOffForm(work, today), ({ until, reason }) => {
      return { verdict: 'put-off', until, reason };
    }),
    giveBack: saying(GIVE_BACK, ({ reason }) => ({ verdict: 'given-back', reason })),
  };
}

export type WorkForms = ReturnType<typeof workForms>;
