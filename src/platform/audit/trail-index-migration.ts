import type { Migration } from '../database/ground.ts';

/** Lets the history of one child, and of one person, be read from a trail of millions of entries. */
export const trailIndexMigration: Migration = {
  name: '0004-audit-trail-indexes',
  sql: `
create index audit_entry_by_child on audit_entry (authority_id, (row_key ->> 'child_id'), seq)
  where row_key ->> 'child_id' is not null;
create index audit_entry_by_actor on audit_entry (authority_id, actor, seq);
`,
};
