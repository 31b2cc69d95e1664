
create index audit_entry_by_child on audit_entry (authority_id, (row_key ->> 'child_id'), seq)
  where row_key ->> 'child_id' is not null;
create index audit_entry_by_actor on audit_entry (authority_id, actor, seq);
