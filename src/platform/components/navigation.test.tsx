import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { SectionNavigation } from './navigation.tsx';

const pages = [
  { text: 'Children', href: '/children' },
  { text: 'Restricted', href: '/children/restricted' },
  { text: 'Findings', href: '/findings' },
];
const section = { name: 'Records', href: '/children', pages };
const children = { text: 'Children', href: '/children' };

test.each([
  ['/children', [], 'Children'],
  ['/children/A100', [], 'Children'],
  ['/children/restricted', [], 'Restricted'],
  ['/findings/x', [children], 'Findings'],
  ['/views/children', [children], 'Children'],
  ['/views/x', [{ text: 'Findings', href: '/findings?rule=x' }], undefined],
  ['/elsewhere', [children, { text: 'One', href: '/findings/x' }], 'Findings'],
  ['/elsewhere', [], undefined],
])('at %s below %j marks the page %s', (path, above, marked) => {
  const html = renderToString(<SectionNavigation section={section} path={path} above={above} />);
  expect(/aria-current="page"[^>]*>\s*([^<]*?)\s*</.exec(html)?.[1]).toBe(marked);
});
