import { WellplacedError } from '../../core/errors.ts';
import type { FieldProblem, FormCheck } from '../http/form.ts';
import type { FormFields } from '../http/route.ts';
import type { Field } from './field.ts';

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a form's fields were answered with. */
export type ValuesOf<Of extends Fields> = {
  readonly [Name in keyof Of]: Of[Name] extends Field<infer Value> ? Value : never;
};

/** A form as one value: what is asked, in order, and where a rule's refusal belongs. */
export interface Form<Of extends Fields = Fields> {
  /** Different from the other forms of its page. */
  readonly name: string;
  /** Set where several forms stand on one page: then each field is called by the form's name and its own. */
  readonly prefixed?: true;
  readonly fields: Of;
  /** The words of the button. */
  readonly submit: string;
  readonly button?: 'secondary' | 'warning';
  /** The field at which a rule's refusal of that code (`WellplacedError`) is said. */
  readonly refusals?: Readonly<Record<string, keyof Of & string>>;
  /** What is wrong with several answers together; what could not be read is left out. */
  together?(values: Partial<ValuesOf<Of>>): readonly {
    readonly field: keyof Of & string;
    readonly message: string;
  }[];
}

/** A form, its values typed by its fields. */
export function declareForm<const Of extends Fields>(form: Form<Of>): Form<Of> {
  return form;
}

/** Under which name a field is drawn and posted. */
export function nameOf(
  { name, prefixed, fields }: Pick<Form, 'name' | 'prefixed' | 'fields'>,
  field: string,
): string {
  const own = prefixed && fields[field]?.control.kind !== 'carried';
  return own ? `${name}-${field}` : field;
}

function isAsked(form: Form, { onlyIf }: Field<unknown>, typed: FormFields): boolean {
  return onlyIf === undefined || typed[nameOf(form, onlyIf.field)] === onlyIf.is;
}

/**
 * Reads what was posted. Every fault is told at once, one for each field, in the order of the form;
 * what is not asked, because of another answer, is undefined.
 */
export function readForm<Of extends Fields>(
  form: Form<Of>,
  typed: FormFields,
): FormCheck<ValuesOf<Of>> {
  const values: Record<string, unknown> = {};
  const faults = new Map<string, string>();
  for (const [name, field] of Object.entries(form.fields)) {
    const posted = isAsked(form, field, typed);
    const read = posted ? field.schema.safeParse(typed[nameOf(form, name)]) : undefined;
    if (read?.success !== false) values[name] = read?.data;
    else faults.set(name, read.error.issues[0]?.message ?? '');
  }
  for (const { field, message } of form.together?.(values as Partial<ValuesOf<Of>>) ?? []) {
    if (!faults.has(field)) faults.set(field, message);
  }
  if (faults.size === 0) return { ok: true, values: values as ValuesOf<Of> };
  const problems = Object.keys(form.fields).flatMap((name) => {
    const message = faults.get(name);
    return message === undefined ? [] : [problemAt(form, name, message)];
  });
  return { ok: false, problems, typed };
}

/** A fault at one field. What is carried has no field to lead to. */
function problemAt(form: Form, field: string, message: string): FieldProblem {
  const carried = form.fields[field]?.control.kind === 'carried';
  return { field: carried ? '' : nameOf(form, field), message };
}

/** Where the form says that a rule's refusal belongs, with what was wrong and what to do; undefined for every other error. */
export function problemOfRefusal(form: Form, error: unknown): FieldProblem | undefined {
  if (!(error instanceof WellplacedError)) return undefined;
  const field = new Map(Object.entries(form.refusals ?? {})).get(error.code);
  if (field === undefined) return undefined;
  return problemAt(form, field, `${error.message} ${error.remedy}`);
}
