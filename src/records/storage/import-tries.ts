import type { Migration } from '../../platform/database/ground.ts';

const SQL = `
alter table import add column tries integer not null default 0;
`;

/** How often an import was begun, counted on its own row before the work begins. */
export const importTriesMigration: Migration = { name: '0011-import-tries', sql: SQL };
