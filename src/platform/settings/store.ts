import { WellplacedError } from '../../core/errors.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { Acting, CouncilTransaction } from '../database/ground.ts';
import { decide } from '../decisions/decide.ts';
import type { MigratedTables } from '../migrations/tables.d.ts';
import { type NewValue, revocable, type SettingChange } from './changes.ts';
import { allowedInWords, isAllowed, type Setting, storedFrom, valueStored } from './setting.ts';

/** The table of what councils settled, for typed queries. */
export type SettingTables = Pick<MigratedTables, 'setting_change'>;
type Transaction = CouncilTransaction<SettingTables>;
type Stored = Pick<Setting, 'name' | 'decimals'>;

const TABLE = 'setting_change';
const COLUMNS = ['valid_from', 'value', 'source', 'confirmed', 'takes_back', 'reason'];

/** What the council changed of those settings, the latest change of each first. */
export async function loadChanges(
  tx: Transaction,
  settings: readonly Stored[],
): Promise<readonly SettingChange[]> {
  const named = new Map(settings.map((setting) => [setting.name, setting]));
  if (named.size === 0) return [];
  const rows = await tx.db
    .selectFrom(TABLE)
    .selectAll()
    .where('authority_id', '=', tx.authority)
    .where('subject_key', 'in', [...named.keys()])
    .orderBy('decision_number', 'desc')
    .execute();
  return rows.map((row) => ({
    setting: row.subject_key,
    number: row.decision_number,
    decidedBy: row.decided_by,
    role: row.person_role,
    decidedAt: row.decided_at,
    reason: row.reason,
    made:
      row.takes_back === null
        ? {
            value: valueStored(named.get(row.subject_key) ?? {}, Number(row.value)),
            validFrom: row.valid_from as PlainDate,
            source: row.source,
            confirmed: row.confirmed,
          }
        : { takesBack: row.takes_back },
  }));
}

async function store(
  tx: Transaction,
  by: Acting,
  setting: Stored,
  basedOn: number,
  { validFrom, value, source, confirmed }: NewValue,
  takesBack: number | null,
): Promise<void> {
  const stored = storedFrom(setting, value);
  const values = [validFrom, stored, source, confirmed, takesBack, by.reason];
  await decide(tx, TABLE, COLUMNS, by, [{ subjectKey: setting.name, basedOn, values }]);
}

/**
 * Settles a value for the council, from a day on; what was settled before stays.
 * `basedOn` is the number of the latest change that the person saw, 0 for none. Throws a
 * WellplacedError: `setting-refused` when the value is out of its bounds or the day is past, for
 * figures were made by what counted then; `DecidedMeanwhile` when somebody else came first.
 */
export async function changeSetting(
  tx: Transaction,
  by: Acting,
  setting: Setting,
  { basedOn, today, to }: { basedOn: number; today: PlainDate; to: NewValue },
): Promise<void> {
  if (!isAllowed(setting, to.value)) {
    throw new WellplacedError(
      'setting-refused',
      `${setting.title} cannot be ${to.value}.`,
      `${allowedInWords(setting)}.`,
    );
  }
  if (to.validFrom < today) {
    throw new WellplacedError(
      'setting-refused',
      `${setting.title} cannot be changed from ${to.validFrom} on, which is past.`,
      'Change it from today or a later day on: what counted before stays, for figures were made by it.',
    );
  }
  await store(tx, by, setting, basedOn, to, null);
}

/**
 * Takes a change back that has not counted on a day before today: then what else was settled counts.
 * Throws as `changeSetting` does; `setting-refused` when the change has counted already.
 */
export async function takeBack(
  tx: Transaction,
  by: Acting,
  setting: Setting,
  { basedOn, today, change }: { basedOn: number; today: PlainDate; change: number },
): Promise<void> {
  const changes = await loadChanges(tx, [setting]);
  const taken = revocable(changes, today).find(({ number }) => number === change);
  if (taken === undefined) {
    throw new WellplacedError(
      'setting-refused',
      `That change of ${setting.title} cannot be taken back: it has counted already, or was taken back before.`,
      'Settle the earlier value again, from today on.',
    );
  }
  await store(tx, by, setting, basedOn, taken.made, change);
}
