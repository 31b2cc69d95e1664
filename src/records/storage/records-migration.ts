import { councilTable } from '../../platform/database/council-table.ts';
import type { Migration } from '../../platform/database/ground.ts';
import { IMPORT_TABLES_SQL } from './import-tables.ts';
import { LEDGER_TABLES_SQL } from './ledger-tables.ts';
import { RETURN_TABLES_SQL } from './return-tables.ts';

const AUDITED = [
  ...['child', 'episode', 'uasc', 'review', 'oc2', 'oc3', 'ad1', 'placed_adoption'],
  ...['previous_permanence', 'missing', 'social_worker_episode', 'deprivation_of_liberty'],
  ...['cost_element', 'payment', 'budget', 'postcode', 'provider'],
  ...['import', 'import_file', 'rejection', 'repair', 'finding'],
];

/** How far an import has come changes every second and is no record of the council's: only a change of which import it is of would be audited; how the import ended is audited with the import. */
const PROGRESS_SQL = `
${councilTable('import_progress')}
drop trigger audit_update on import_progress;
create trigger audit_update after update on import_progress
  for each row when (old.import_id is distinct from new.import_id)
  execute function audit_row('import_progress', 'authority_id,import_id', '');
`;

/** The tables of records and of the imports that fill them. */
export const recordsMigration: Migration = {
  name: '0002-records',
  sql: [
    RETURN_TABLES_SQL,
    LEDGER_TABLES_SQL,
    IMPORT_TABLES_SQL,
    ...AUDITED.map((table) => councilTable(table)),
    councilTable('column_mapping', { mayDelete: true }),
    councilTable('upload_chunk', { withheld: ['content'], mayDelete: true }),
    PROGRESS_SQL,
  ].join('\n'),
};
