// `npm run permissions`: writes docs/permissions.md from the map of roles and permissions.
import './check-node.mjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, setUp } from './set-up.mjs';

await setUp();
const { permissionDocument } = await import('../dist/platform/http/permission-document.js');
writeFileSync(join(checkout, 'docs', 'permissions.md'), permissionDocument());
