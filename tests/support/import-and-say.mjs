// Runs `wellplaced import` as it was built, and says on standard output how far it has come:
//   node tests/support/import-and-say.mjs PATH... [--authority CODE] [--accept-large-change]
// "ended" and the exit code are its last line, unless it is killed.
import { main } from '../../dist/cli/main.js';
import { ProgressBoard } from '../../dist/records/intake/imports/import-progress.js';

const note = ProgressBoard.prototype.note;
ProgressBoard.prototype.note = function say(acting, importId, progress) {
  process.stdout.write(`${progress.stage} ${progress.done}\n`);
  note.call(this, acting, importId, progress);
};
const streams = { out: process.stderr, err: process.stderr };
const code = await main(['import', ...process.argv.slice(2)], streams);
process.stdout.write(`ended ${code}\n`);
