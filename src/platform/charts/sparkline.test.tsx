import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Sparkline } from './sparkline.tsx';

const drawn = (values: readonly number[]) =>
  renderToString(<Sparkline values={values} words="from 1 to 3" />);

test('a line runs from its least at the bottom to its most at the top', () => {
  expect(drawn([1, 2, 3])).toContain('points="3,25 60,14 117,3"');
  expect(drawn([3, 1])).toContain('points="3,3 117,25"');
});

test('values that are alike stand in the middle, and one is no line', () => {
  expect(drawn([7, 7])).toContain('points="3,14 117,14"');
  expect(drawn([7])).toBe('');
  expect(drawn([])).toBe('');
});

test('what it shows is said in words', () => {
  expect(drawn([1, 3])).toContain('role="img" aria-label="from 1 to 3"');
});
