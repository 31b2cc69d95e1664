import { afterAll, beforeAll } from 'vitest';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { groundOn } from '../../src/platform/database/open-ground.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { newEmbeddedDatabase } from '../support/databases.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { parserLoaded } from './syntax-tree.ts';

/** For the tests of one file: what a database of every migration knows, and the parser loaded. */
export function migratedCatalogue(): () => Catalogue {
  let ground: Ground | undefined;
  let catalogue: Catalogue | undefined;
  beforeAll(async () => {
    await parserLoaded;
    const database = await newEmbeddedDatabase(ALL_MIGRATIONS);
    ground = await groundOn(
      embeddedEngine(database, async () => undefined),
      ALL_MIGRATIONS,
    );
    catalogue = await catalogueOf(ground);
  });
  afterAll(() => ground?.close());
  return () => {
    if (catalogue === undefined) throw new Error('asked before the tests began');
    return catalogue;
  };
}
