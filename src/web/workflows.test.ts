import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workflowDocument } from '../platform/workflow/workflow-document.ts';
import { WORKFLOWS } from './whole.ts';

test('docs/workflows.md is what the tables say; `npm run workflows` writes it', () => {
  expect(readFileSync('docs/workflows.md', 'utf8')).toBe(workflowDocument(WORKFLOWS));
});
