import { mkdirSync, rmSync } from 'node:fs';

/** Before the first test: nothing of an earlier run is judged. */
export default function emptyTheRecord() {
  const folder = process.env.STATEMENTS_SENT;
  if (!folder) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
