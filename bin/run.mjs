// Runs what is built, installing and building nothing: for services and containers.
import './check-node.mjs';

import('./set-up.mjs').then(({ runBuilt }) => runBuilt(process.argv.slice(2)));
