import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The fingerprint that the build left of what it was made from; undefined where the program runs unbuilt. */
export function builtProgram(): string | undefined {
  const stamp = fileURLToPath(new URL('../.program-stamp', import.meta.url));
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}
