import { WellplacedError } from '../../src/core/errors.ts';
import { lockFolder } from '../../src/platform/database/folder-lock.ts';

// Takes the lock of the folder given, says so, and holds it until killed; or says who holds it.
// With a time to wait for, it starts exactly then, so that several start together.
const [, , folder = '', at = '0'] = process.argv;
while (Date.now() < Number(at)) {
  // A timer would not fire at the same moment in every process.
}
try {
  await lockFolder(folder);
  console.log('held');
  setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof WellplacedError)) throw error;
  console.log(error.message);
  process.exit(3);
}
