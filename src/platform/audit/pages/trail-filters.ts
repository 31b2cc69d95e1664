import { z } from 'zod';
import type { Choice } from '../../components/choices.tsx';
import { choiceFilter, dayFilter, linkFilter, textFilter } from '../../lists/filters.tsx';
import { ACTION_NAMES } from '../entry-in-words.ts';

/** Values with their names, as choices. */
export function choicesOf(names: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(names).map(([value, text]) => ({ value, text }));
}

function day(label: string, called: string, which: string) {
  return dayFilter({
    label,
    problem: `Enter the ${which} day as a real date, such as 31/3/2026`,
    words: (text) => `${called} ${text}`,
  });
}

/** What the trail is narrowed by. */
export const TRAIL_FILTERS = {
  person: textFilter({
    label: 'Name as it was then',
    called: 'Name',
    most: 200,
    problem: 'Enter at most 200 characters of a name',
    personal: true,
  }),
  by: linkFilter({
    schema: z.uuid('Follow the link of a person’s name'),
    words: (value, choices) => `Person: ${choices?.[0]?.text ?? value}`,
    personal: true,
  }),
  child: textFilter({
    label: 'Child’s identifier',
    called: 'Child',
    problem: 'Enter at most 60 characters of an identifier',
    personal: true,
  }),
  action: choiceFilter({
    label: 'What was done',
    any: 'Anything',
    choices: choicesOf(ACTION_NAMES),
    problem: 'Choose what was done from the list',
  }),
  thing: choiceFilter({
    label: 'To what',
    any: 'Anything',
    called: (text) => `Thing: ${text}`,
    problem: 'Choose a thing from the list',
  }),
  from: day('From the day', 'From', 'first'),
  to: day('To the day', 'To', 'last'),
  search: textFilter({ label: 'Search', called: 'Search', personal: true }),
};
