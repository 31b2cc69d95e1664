import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULE_EXPLANATIONS } from './rule-explanations.ts';

/** Where findings are made, and in which of the room's files. */
const ROOMS = {
  'intake/files': /(unnamed-columns|file-notes|row-batch|ordered-rows|garbled-text)\.ts$/,
  history: /^check-.*\.ts$/,
  returns: /\.ts$/,
  'intake/extracts': /\.ts$/,
  'intake/imports': /\.ts$/,
  'intake/storing': /\.ts$/,
  'care-cost': /findings\.ts$/,
  gone: /^questions\.ts$/,
  'reports/weekly-report': /findings\.ts$/,
};

/** The names of rules that the sources of findings hold: their hyphenated words, errors' codes left out. */
function rulesInSources(): string[] {
  const sources = Object.entries(ROOMS)
    .flatMap(([room, files]) =>
      readdirSync(`src/records/${room}`)
        .filter((name) => files.test(name) && !/\.test\.ts$/.test(name))
        .map((name) => readFileSync(`src/records/${room}/${name}`, 'utf8')),
    )
    .filter((text) => /\brule\b|FindingAbout/.test(text) && /[Ff]inding|\bnote\(/.test(text));
  const found = sources.flatMap((text) => {
    const withoutErrors = text
      .replaceAll(/new WellplacedError\(\s*'[^']+'/g, '')
      .replaceAll(/(?:from|import)\s+'[^']+'/g, '');
    return [...withoutErrors.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, rule]) => rule ?? '');
  });
  // An order of dates, by which a rule is not called.
  return [...new Set(found)].filter((rule) => rule !== 'month-first').sort();
}

test('every rule that makes findings is explained, and no other', () => {
  expect(rulesInSources()).toEqual(Object.keys(RULE_EXPLANATIONS).sort());
});

test('an explanation says what to do and who can, in sentences', () => {
  for (const { name, whatToDo, whoMends } of Object.values(RULE_EXPLANATIONS)) {
    expect(name).toMatch(/^[A-Z].*[^.]$/);
    expect(whatToDo).toMatch(/^[A-Z].{30,}\.$/);
    expect(whoMends).toMatch(/^[A-Z].*[^.]$/);
  }
});
