import './check-node.mjs';
import { runCommand } from './set-up.mjs';

runCommand(['serve', ...process.argv.slice(2)]);
