import { expect, test } from 'vitest';
import { personFromClaims } from './claims.ts';

const BASIC = { iss: 'https://id.example', sub: '42' };

test.each([
  [{ roles: ['b', 'a', 'a'] }, ['a', 'b']],
  [{ roles: 'a b,c' }, ['a', 'b', 'c']],
  [{ roles: ['a', 7, null, ''] }, ['a']],
  [{ roles: { a: true } }, []],
  [{}, []],
])('takes the values of the roles claim as providers write them: %j', (claims, claimed) => {
  expect(personFromClaims({ ...BASIC, ...claims }, 'roles').claimed).toEqual(claimed);
});

test('names a person by what the provider says of them', () => {
  const nameOf = (claims: object) => personFromClaims({ ...BASIC, ...claims }, 'roles').name;
  expect(nameOf({ name: 'Ada Lovell', preferred_username: 'ada' })).toBe('Ada Lovell');
  expect(nameOf({ name: ' ', preferred_username: 'ada' })).toBe('ada');
  expect(nameOf({ email: 'ada@council.example' })).toBe('ada@council.example');
  expect(nameOf({})).toBe('42');
});

test('takes nobody whom the provider does not identify', () => {
  expect(() => personFromClaims({ iss: 'https://id.example' }, 'roles')).toThrow();
});
