import { expect, test } from 'vitest';
import { withoutWords } from './watched-openings.ts';

test.each([
  ['the police rang about a100', ['A100'], 'the police rang about [child]'],
  ['A100 and A100-B, not A1000', ['A100', 'A100-B'], '[child] and [child], not A1000'],
  ['P-ABC2345: asked by (A.1)', ['A.1', 'P-ABC2345'], '[child]: asked by ([child])'],
  ['AX1 is nobody', ['A.1'], 'AX1 is nobody'],
  ['Nothing to take out', [], 'Nothing to take out'],
])('“%s” without the words %j', (text, words, expected) => {
  expect(withoutWords(text, words)).toBe(expected);
});
