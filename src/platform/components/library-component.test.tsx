import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Checkboxes, Radios, Select } from './choices.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Details, InsetText, Tag, WarningText } from './messages.tsx';
import { SummaryList } from './summary-list.tsx';
import { TextInput } from './text-input.tsx';

const EVIL = '<img src=x onerror=alert(1)>"\'';

test.each([
  ['tag', <Tag key="a" text={EVIL} />],
  ['warning', <WarningText key="a" text={EVIL} />],
  ['input', <TextInput key="a" name="n" label={EVIL} value={EVIL} hint={EVIL} problem={EVIL} />],
  ['select', <Select key="a" name="n" label={EVIL} choices={[{ value: EVIL, text: EVIL }]} />],
  ['radios', <Radios key="a" name="n" label={EVIL} choices={[{ value: EVIL, text: EVIL }]} />],
  ['boxes', <Checkboxes key="a" name="n" label="x" choices={[{ value: 'v', text: EVIL }]} />],
  ['errors', <ErrorSummary key="a" problems={[{ field: 'f', message: EVIL }]} />],
  ['list', <SummaryList key="a" rows={[{ key: EVIL, value: EVIL }]} />],
  [
    'details',
    <Details key="a" summary={EVIL}>
      {EVIL}
    </Details>,
  ],
  ['inset', <InsetText key="a">{EVIL}</InsetText>],
])('writes what it is given as text, never as markup: %s', (_name, component) => {
  const html = renderToString(component);
  expect(html).toContain('&lt;img src=x');
  expect(html).not.toContain('<img');
  expect(html.match(/"[^"<>]*onerror[^"<>]*"/g) ?? []).not.toContain('"x onerror');
});

test('puts a component’s markup where it stands, with nothing round it', () => {
  const html = renderToString(
    <p>
      <Tag text="Late" colour="red" />
    </p>,
  );
  expect(html.replace(/\s+/g, ' ').replaceAll('> ', '>').replaceAll(' <', '<')).toBe(
    '<p><strong class="govuk-tag govuk-tag--red">Late</strong></p>',
  );
});

test('renders a hundred components in well under a tenth of a second', () => {
  renderToString(<Tag text="warm" />);
  const before = performance.now();
  for (let at = 0; at < 100; at += 1) renderToString(<Tag text={`Tag ${at}`} />);
  expect(performance.now() - before).toBeLessThan(100);
});
