#!/usr/bin/env node
import './check-node.mjs';

import('./set-up.mjs').then(({ runCommand }) => runCommand(process.argv.slice(2)));
