import { describe, expect, test } from 'vitest';
import { postgresPrograms } from '../support/postgres.ts';
import { killImports } from './kill-imports.ts';
import { serverKillingGround } from './killing-ground.ts';

const programs = postgresPrograms();

if (programs === undefined && process.env.WELLPLACED_REQUIRE_SERVER === '1') {
  test('a PostgreSQL server is there', () => expect(programs, 'initdb and postgres').toBeDefined());
}

describe.skipIf(programs === undefined)('an import that is killed, on a server', () => {
  killImports((_folder, files) => serverKillingGround(programs ?? '', files));
});
