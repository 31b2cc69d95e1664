-- Files that are, byte for byte, those of the newest import say nothing that is not held: they need not be read again.
alter table import add column read_as text;
alter table import add column same_as text;
comment on column import.read_as is 'the program that read its files, and the day on which: another reads the same files otherwise at most';
comment on column import.same_as is 'the import of the very same files, the newest before it, for which its own were not read again';
