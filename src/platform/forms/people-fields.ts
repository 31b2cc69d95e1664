import { z } from 'zod';
import { choiceField, severalField } from './choice-fields.ts';
import type { Asked, Field } from './field.ts';
import { lineField } from './text-fields.ts';

/** Somebody who may be chosen. */
export interface Possible {
  readonly personId: string;
  readonly name: string;
  readonly roles?: readonly string[];
}

function choicesOf(people: readonly Possible[]) {
  return people.map(({ personId, name, roles = [] }) => ({
    value: personId,
    text: roles.length === 0 ? name : `${name} (${roles.join(', ')})`,
  }));
}

/** One of the council's people who may do it, by id. `none` is the first line of the list. */
export function personField(
  asked: Asked & {
    readonly people: readonly Possible[];
    readonly none: string;
    readonly missing: string;
    /** Somebody who is not offered is read too: the rule refuses them in its own words. */
    readonly judgedByRule?: true;
  },
): Field<string> {
  const { judgedByRule, people, ...said } = asked;
  const field = choiceField({ ...said, choices: choicesOf(people) });
  return judgedByRule ? { ...field, schema: z.uuid(asked.missing) } : field;
}

/** As `personField`; nobody need be chosen. */
export function optionalPersonField(
  asked: Parameters<typeof personField>[0],
): Field<string | undefined> {
  const field = personField(asked);
  return {
    ...field,
    schema: z.preprocess((id) => (id === '' ? undefined : id), field.schema.optional()),
    inWords: (id) => (id === undefined ? asked.none : field.inWords(id)),
  };
}

/** Any of the council's people who may be chosen, by id. */
export function peopleField(
  asked: Asked & { readonly people: readonly Possible[] },
): Field<readonly string[]> {
  const { people, ...said } = asked;
  const missing = 'Choose people from the list';
  return severalField({ ...said, missing, choices: choicesOf(people) });
}

/**
 * A child by the identifier that the reader knows; there is no list to choose from, for it would show
 * children. Whether the reader may see the child is asked when it is looked up, and a restricted child
 * is answered as one there is not. Browsers are told not to remember it.
 */
export function childField(asked: Partial<Asked> = {}): Field<string> {
  const missing = 'Enter the child’s identifier';
  const line = { label: 'Child’s identifier', most: 60, missing, ...asked };
  const field = lineField(line, { width: 20, autocomplete: 'off' });
  return { ...field, schema: field.schema.pipe(z.string().toUpperCase()) };
}
