import type { Generated } from 'kysely';
import { createAuthority } from '../../src/platform/database/authorities.ts';
import type { Ground, Migration } from '../../src/platform/database/ground.ts';
import type { PlatformTables } from '../../src/platform/database/platform-tables.ts';
import { platformMigrations } from '../../src/platform/migrations.ts';
import { councilTable } from './council-table.ts';

/** The platform's own tables and two like those of a wing. */
export interface ExampleTables extends PlatformTables {
  example: {
    authority_id: string;
    example_id: string;
    day: string | null;
    amount: number | null;
    note: string | null;
    import_id: string | null;
  };
  example_part: {
    authority_id: string;
    example_id: string;
    part: number;
    added_on: Generated<Date>;
  };
}

const [platformMigration, ...morePlatform] = platformMigrations;
if (platformMigration === undefined) throw new Error('the platform has migrations');

export const exampleMigrations: readonly Migration[] = [
  platformMigration,
  {
    name: '0002-example',
    sql: `
create table example (
  authority_id text not null,
  example_id text not null,
  day date,
  amount bigint,
  note text,
  import_id text,
  primary key (authority_id, example_id)
);
${councilTable('example')}
create table example_part (
  authority_id text not null,
  example_id text not null,
  part int not null,
  added_on timestamptz not null default now(),
  primary key (authority_id, example_id, part),
  foreign key (authority_id, example_id) references example
);
${councilTable('example_part')}
`,
  },
  ...morePlatform,
];

export const ALPHA = { authority: 'E1', actor: 'Ada', reason: 'a test' };
export const BETA = { authority: 'E2', actor: 'Ben', reason: 'another test' };

/** A database with two councils. */
export async function withTwoCouncils(open: () => Promise<Ground>): Promise<Ground> {
  const ground = await open();
  await createAuthority(ground, { code: 'E1', name: 'Alpha', areaCodes: ['E06000001'] }, 'set-up');
  await createAuthority(ground, { code: 'E2', name: 'Beta', areaCodes: [] }, 'set-up');
  return ground;
}
