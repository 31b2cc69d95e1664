import { createHash } from 'node:crypto';
import type { Migration } from '../../src/platform/database/ground.ts';

const templates = new Map<string, Promise<unknown>>();

/** Names a list of migrations by what is in them. */
export function keyOf(migrations: readonly Migration[]): string {
  return createHash('sha256').update(JSON.stringify(migrations)).digest('hex');
}

/** Made once for a list of migrations, as long as the tests run. */
export function once<Made>(
  engine: string,
  migrations: readonly Migration[],
  make: () => Promise<Made>,
): Promise<Made> {
  const key = `${engine} ${keyOf(migrations)}`;
  const made = templates.get(key) ?? make();
  templates.set(key, made);
  return made as Promise<Made>;
}
