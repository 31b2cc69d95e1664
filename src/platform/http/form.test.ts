import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkForm, fieldsOf, problemOf, typedValue } from './form.ts';

const schema = z.object({
  name: z.string().min(1, 'Enter a name'),
  age: z.coerce.number('Enter an age').max(25, 'Age must be 25 or less'),
});

test('gives the values of a form that was filled in rightly', () => {
  expect(checkForm(schema, { name: 'A', age: '7' })).toEqual({
    ok: true,
    values: { name: 'A', age: 7 },
  });
});

test('gives every problem at once, with what was typed', () => {
  const check = checkForm(schema, { name: '', age: '30' });
  expect(check).toEqual({
    ok: false,
    problems: [
      { field: 'name', message: 'Enter a name' },
      { field: 'age', message: 'Age must be 25 or less' },
    ],
    typed: { name: '', age: '30' },
  });
  if (check.ok) return;
  expect(problemOf(check.problems, 'age')).toBe('Age must be 25 or less');
  expect(problemOf(check.problems, 'other')).toBeUndefined();
  expect(typedValue(check.typed, 'age')).toBe('30');
  expect(typedValue({ several: ['1', '2'] }, 'several')).toBe('1');
});

test('keeps every value of every name in a query', () => {
  const pairs = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()));
  fc.assert(
    fc.property(pairs, (entries) => {
      const query = new URLSearchParams(entries);
      const fields = fieldsOf(query);
      for (const name of query.keys()) {
        expect([fields[name] ?? []].flat()).toEqual(query.getAll(name));
      }
    }),
  );
});
