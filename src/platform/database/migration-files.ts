import { readdirSync, readFileSync } from 'node:fs';
import type { Migration } from './ground.ts';

const NAME = /^(\d{4}-[a-z0-9-]+?)(\.batches)?\.sql$/;

/**
 * The migrations of a wing: each file `NNNN-name.sql` of its folder, or `NNNN-name.batches.sql`
 * (`Migration`), in the order of their numbers. A file never changes after it has landed: databases
 * remember its checksum.
 */
export function migrationsIn(folder: URL): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const [, name, batches] = NAME.exec(file) ?? [];
      if (name === undefined) throw new Error(`${file} is not named as 0001-what-it-brings.sql is`);
      const sql = readFileSync(new URL(file, folder), 'utf8');
      return batches === undefined ? { name, sql } : { name, sql, inBatches: true };
    });
}

/** The migrations of several wings as one path, by their numbers, each of which stands once. */
export function onePath(...wings: readonly (readonly Migration[])[]): readonly Migration[] {
  const path = wings.flat().sort((one, other) => (one.name < other.name ? -1 : 1));
  path.reduce((before, { name }) => {
    if (before.slice(0, 4) === name.slice(0, 4)) {
      throw new Error(`the migrations ${before} and ${name} have one number`);
    }
    return name;
  }, '');
  return path;
}
