import { expect, test } from 'vitest';
import { safeReturnPath, signInPath } from './return-path.ts';

test.each([
  ['/children/4711?on=2021-03-31', '/children/4711?on=2021-03-31'],
  ['/report', '/report'],
  ['/report#spend', '/report'],
  ['/signs', '/signs'],
])('leads back to a page of this service: %s', (asked, path) => {
  expect(safeReturnPath(asked)).toBe(path);
});

test.each([
  undefined,
  null,
  '',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\/elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  '/%2e%2e//elsewhere.example/',
  'javascript:alert(1)',
  'elsewhere.example',
  ' /report',
  '/sign-in?return=/',
  '/sign-out',
  '/sign-in/council',
])('leads home for anything else: %j', (asked) => {
  expect(safeReturnPath(asked)).toBe('/');
});

test('the sign-in page knows the way back', () => {
  expect(signInPath('/report?a=1&b=2')).toBe('/sign-in?return=%2Freport%3Fa%3D1%26b%3D2');
  expect(signInPath('//elsewhere.example')).toBe('/sign-in');
});
