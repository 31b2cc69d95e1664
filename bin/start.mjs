import './check-node.mjs';

import('./set-up.mjs').then(({ runCommand }) => runCommand(['serve', ...process.argv.slice(2)]));
