// `npm run workflows`: writes docs/workflows.md from what the wings declare.
import './check-node.mjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, setUp } from './set-up.mjs';

await setUp();
const { workflowDocument } = await import('../dist/platform/workflow/workflow-document.js');
const { WORKFLOWS } = await import('../dist/web/whole.js');
writeFileSync(join(checkout, 'docs', 'workflows.md'), workflowDocument(WORKFLOWS));
