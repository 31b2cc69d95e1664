import { counted } from '../../core/english.ts';
import { instantInWords } from '../../core/instant.ts';
import type { Waiting, WaitingKind } from '../../platform/tasks/waiting.ts';
import { paths } from '../paths.ts';
import type { Permission } from '../permissions.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** A file of a later import that ended well, and brings the same as `f` without a rejected row. */
const BROUGHT_LATER = `
select from import_file again
  join import later on later.authority_id = $1 and later.import_id = again.import_id
where again.authority_id = $1 and again.kind is not distinct from f.kind
  and again.return_year is not distinct from f.return_year and again.rejected = 0
  and later.status = 'complete' and later.requested_at > i.requested_at
`;

const TO_LOOK_AT = `
select i.import_id, i.requested_at, i.requested_by, i.person_id, i.status,
  coalesce(sum(f.rejected), 0)::int
from import i
  left join import_file f on f.authority_id = $1 and f.import_id = i.import_id
where i.authority_id = $1 and (
  (i.status in ('refused', 'interrupted') and not exists (
    select from import later where later.authority_id = $1 and later.status = 'complete'
      and later.requested_at > i.requested_at))
  or (i.status = 'complete' and f.rejected > 0 and not exists (${BROUGHT_LATER})))
group by i.import_id, i.requested_at, i.requested_by, i.person_id, i.status
order by i.requested_at desc
`;

/**
 * Imports that stopped, until a later one ended well; and those with rejected rows, until the same
 * kind of record of the same return came without one.
 */
export const IMPORTS_TO_LOOK_AT: WaitingKind<Permission> = {
  name: 'import',
  inWords: { one: 'Import', several: 'Imports that stopped or rejected rows' },
  permission: 'import records',
  waits: ({ read }) =>
    read<RecordsTables, readonly Waiting[]>(async (tx) => {
      const rows = await tx.rows(TO_LOOK_AT, [tx.authority]);
      return rows.map(([importId, requestedAt, requestedBy, personId, status, rejected]) => {
        const when = instantInWords(new Date(requestedAt as string | Date));
        const what =
          status === 'complete'
            ? `${counted(Number(rejected), 'rejected row')} in the import of ${when}`
            : `The import of ${when} ${status === 'refused' ? 'was refused' : 'stopped'}`;
        return {
          key: String(importId),
          title: what,
          why:
            personId === null
              ? 'Your role imports the records.'
              : `${requestedBy} asked for the import.`,
          ...(personId === null ? {} : { owners: [String(personId)] }),
          href: paths.import(String(importId)),
        };
      });
    }),
};
