// `npm run permissions`: writes docs/permissions.md from what the wings declare.
import './check-node.mjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, setUp } from './set-up.mjs';

await setUp();
const { permissionDocument } = await import('../dist/platform/permission/permission-document.js');
const { PERMISSIONS } = await import('../dist/web/whole.js');
writeFileSync(join(checkout, 'docs', 'permissions.md'), permissionDocument(PERMISSIONS));
