import { expect, test } from 'vitest';
import { jsonDownload } from './json.ts';

test('is JSON that reads back as what it was', () => {
  const value = { weekPence: 100_328_462, groups: ['fosteringKinship'] };
  const { content, contentType } = jsonDownload(value, 'report.json');
  expect(JSON.parse(String(content))).toEqual(value);
  expect(contentType).toContain('application/json');
});
