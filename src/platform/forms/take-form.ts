import { DecidedMeanwhile } from '../decisions/decide.ts';
import { type FieldProblem, typedValue } from '../http/form.ts';
import type { Reply } from '../http/reply.ts';
import type { FormFields, PageRequest } from '../http/route.ts';
import type { Draft } from './drafts/draft.ts';
import { type Form, problemOfRefusal, readForm, type ValuesOf } from './form.ts';

/** A form that was sent and not taken: what was typed, and why. */
export interface Sent {
  /** The name of the form that was sent. */
  readonly form: string;
  readonly typed: FormFields;
  readonly problems: readonly FieldProblem[];
  /** Somebody else decided on the same since the person looked. */
  readonly meanwhile: boolean;
}

/** What a page does with a form. */
export interface Taking<Values> {
  /** The page once more, with what was typed and what is wrong. */
  readonly again: (sent: Sent) => Reply | Promise<Reply>;
  /** Stores what was asked for, and says where to go. Its rules refuse by throwing. */
  readonly work: (values: Values) => Promise<Reply>;
  /** The page on which the answers are checked before anything is stored (`CheckAnswers`); without it they are stored at once. */
  readonly check?: (answers: Answers<Values>) => Reply | Promise<Reply>;
  /** Where drafts of the form are kept (`draftFor`). */
  readonly draft?: Draft;
}

/** What a form was answered with, and what was typed to say so. */
export interface Answers<Values> {
  readonly values: Values;
  readonly typed: FormFields;
}

/** The field by which the page of answers says what is wanted; no form has a field of that name. */
export const STEP = 'step';
/** To see the form again with everything typed; to store what was checked; to keep what was typed as a draft, or throw that away. */
export const STEPS = {
  change: 'change',
  checked: 'checked',
  keep: 'keep',
  throwAway: 'throw-away',
} as const;

function withStatus(reply: Reply, status: number): Reply {
  return reply.kind === 'page' && reply.status === undefined ? { ...reply, status } : reply;
}

/**
 * Takes a form that was posted: reads it, has it stored, and goes where the work says. Where a field
 * is wrong, a rule refuses what the form says belongs to a field, or somebody else decided meanwhile,
 * the page is shown again with everything typed: 422, or 409 for the last. Throws every other error.
 */
export async function takeForm<Of extends Form['fields']>(
  { body }: Pick<PageRequest, 'body'>,
  form: Form<Of>,
  { again, check, draft, work }: Taking<ValuesOf<Of>>,
): Promise<Reply> {
  const sent = { form: form.name, typed: body, problems: [], meanwhile: false };
  const step = typedValue(body, STEP);
  if (check !== undefined && step === STEPS.change) return again(sent);
  if (draft !== undefined && step === STEPS.throwAway) return draft.throwAway();
  if (draft !== undefined && step === STEPS.keep) {
    const kept = await draft.keep(body);
    if ('kind' in kept) return kept;
    return withStatus(await again({ ...sent, problems: [kept] }), 422);
  }
  const read = readForm(form, body);
  if (!read.ok) return withStatus(await again({ ...sent, problems: read.problems }), 422);
  const { values } = read;
  if (check !== undefined && step !== STEPS.checked) return check({ values, typed: body });
  try {
    const done = await work(values);
    await draft?.sent();
    return done;
  } catch (error) {
    const problem = problemOfRefusal(form, error);
    if (problem !== undefined)
      return withStatus(await again({ ...sent, problems: [problem] }), 422);
    if (!(error instanceof DecidedMeanwhile)) throw error;
    return withStatus(await again({ ...sent, meanwhile: true }), 409);
  }
}
