import { rmSync } from 'node:fs';

/** After the last test: the record is of this run alone. */
export function teardown() {
  const folder = process.env.STATEMENTS_SENT;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
