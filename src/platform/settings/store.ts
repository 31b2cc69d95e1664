import { WellplacedError } from '../../core/errors.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { Acting, Ground } from '../database/ground.ts';
import { decide } from '../decisions/decide.ts';
import type { MigratedTables } from '../migrations/tables.d.ts';
import { type NewValue, revocable, type SettingChange } from './changes.ts';
import { allowedInWords, isAllowed, type Setting } from './setting.ts';

/** The table of what councils settled, for typed queries. */
type SettingTables = Pick<MigratedTables, 'setting_change'>;

const TABLE = 'setting_change';
const COLUMNS = ['valid_from', 'value', 'source', 'confirmed', 'takes_back', 'reason'];

/** What the council changed of the settings of those names, the latest change of each first. */
export function loadChanges(
  ground: Ground,
  authority: string,
  settings: readonly string[],
): Promise<readonly SettingChange[]> {
  return ground.read<SettingTables, readonly SettingChange[]>(authority, async (tx) => {
    const rows = await tx.db
      .selectFrom(TABLE)
      .selectAll()
      .where('authority_id', '=', tx.authority)
      .where('subject_key', 'in', settings)
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
              value: Number(row.value),
              validFrom: row.valid_from as PlainDate,
              source: row.source,
              confirmed: row.confirmed,
            }
          : { takesBack: row.takes_back },
    }));
  });
}

async function store(
  ground: Ground,
  acting: Acting,
  { name }: Pick<Setting, 'name'>,
  basedOn: number,
  { validFrom, value, source, confirmed }: NewValue,
  takesBack: number | null,
): Promise<void> {
  const values = [validFrom, value, source, confirmed, takesBack, acting.reason];
  await ground.transaction<SettingTables, void>(acting, (tx) =>
    decide(tx, TABLE, COLUMNS, acting, [{ subjectKey: name, basedOn, values }]),
  );
}

/**
 * Settles a value for the council of whoever acts, from a day on; what was settled before stays.
 * `basedOn` is the number of the latest change that the person saw, 0 for none. Throws a
 * WellplacedError: `setting-refused` when the value is out of its bounds or the day is past, for
 * figures were made by what counted then; `DecidedMeanwhile` when somebody else came first.
 */
export async function changeSetting(
  ground: Ground,
  acting: Acting,
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
  await store(ground, acting, setting, basedOn, to, null);
}

/**
 * Takes a change back that has not counted on a day before today: then what else was settled counts.
 * Throws as `changeSetting` does; `setting-refused` when the change has counted already.
 */
export async function takeBack(
  ground: Ground,
  acting: Acting,
  setting: Setting,
  { basedOn, today, change }: { basedOn: number; today: PlainDate; change: number },
): Promise<void> {
  const changes = await loadChanges(ground, acting.authority, [setting.name]);
  const taken = revocable(changes, today).find(({ number }) => number === change);
  if (taken === undefined) {
    throw new WellplacedError(
      'setting-refused',
      `That change of ${setting.title} cannot be taken back: it has counted already, or was taken back before.`,
      'Settle the earlier value again, from today on.',
    );
  }
  await store(ground, acting, setting, basedOn, taken.made, change);
}
