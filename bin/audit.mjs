// Asks the registry whether what is installed with the program has known weaknesses. Exit code 1 for a
// high or critical one. A registry that does not answer, or has no audit, is said and stops nothing.
import './check-node.mjs';
import { auditVerdict } from './audit-verdict.mjs';
import { npm } from './npm.mjs';

const { stdout } = npm(
  ['audit', '--omit=dev', '--json', '--fetch-retries=1', '--fetch-timeout=30000'],
  {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    timeout: 120_000,
  },
);
const { answered, weak } = auditVerdict(stdout);
if (!answered) console.error('The registry gave no audit: known weaknesses were not looked for.');
for (const one of weak) console.error(one);
process.exitCode = weak.length > 0 ? 1 : 0;
