import { z } from 'zod';
import { RESTRICTION_KINDS } from '../restriction.ts';

function reason(message: string) {
  return z.string(message).trim().min(10, message).max(500, 'Enter at most 500 characters');
}

const people = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.uuid('Choose people from the list')),
);

/** The form that restricts a child. */
export const restrictForm = z.object({
  kind: z.enum(RESTRICTION_KINDS, 'Choose why the child is restricted'),
  reason: reason('Enter the reason in a sentence, at least 10 characters'),
  named: people,
});

/** The form that changes who is named. */
export const readersForm = z.object({
  named: people,
  reason: reason('Enter why the names change, at least 10 characters'),
});

/** The form that ends a restriction. */
export const endForm = z.object({
  ended: reason('Enter why the restriction ends, at least 10 characters'),
});

/** The form that opens a restricted child for an hour. */
export const openForm = z.object({
  child: z
    .string('Enter the child’s identifier')
    .trim()
    .toUpperCase()
    .min(1, 'Enter the child’s identifier')
    .max(60, 'Enter at most 60 characters'),
  reason: reason('Enter why you need to see the child now, at least 10 characters'),
});
