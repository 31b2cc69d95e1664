// Runs a command as bin/ runs it, on a machine whose folders are never made:
//   node tests/support/end-in-silence.mjs demo --out DIR
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { runBuilt } from '../../bin/set-up.mjs';

promises.mkdir = () => new Promise(() => undefined);
syncBuiltinESMExports();
runBuilt(process.argv.slice(2));
