import type { PlainDate } from '../../core/plain-date.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Setting } from './setting.ts';

/** A value from a day on, with where it comes from and whether somebody who can has said that it is right. */
export interface NewValue {
  readonly value: number;
  readonly validFrom: PlainDate;
  readonly source: string;
  readonly confirmed: boolean;
}

/** One change of a setting, each following the one before: a new value, or an earlier change taken back. */
export interface SettingChange {
  readonly setting: string;
  /** From 1. */
  readonly number: number;
  /** The name as it was. */
  readonly decidedBy: string;
  readonly role: string | null;
  readonly decidedAt: Date;
  readonly reason: string;
  readonly made: NewValue | { readonly takesBack: number };
}

/** A change that gave a value. */
export type ValueChange = SettingChange & { readonly made: NewValue };

/** What counts on a day. */
export interface InForce<Value extends number = number> {
  /** The setting's name. */
  readonly setting: string;
  readonly value: Value;
  readonly confirmed: boolean;
  /** The council's change that gave it; undefined while the council has settled none. */
  readonly by: ValueChange | undefined;
}

function gaveValue(change: SettingChange): change is ValueChange {
  return 'value' in change.made;
}

/** The changes that gave a value and were not taken back. */
function standing(changes: readonly SettingChange[]): readonly ValueChange[] {
  const takenBack = new Set(
    changes.flatMap(({ made }) => ('takesBack' in made ? [made.takesBack] : [])),
  );
  return changes.filter(gaveValue).filter(({ number }) => !takenBack.has(number));
}

/** The change that gave what counts on the day; undefined where the council had settled nothing by then. `changes` are all those of the setting, in any order. */
export function changeInForce(
  changes: readonly SettingChange[],
  day: PlainDate,
): ValueChange | undefined {
  let by: ValueChange | undefined;
  for (const change of standing(changes)) {
    const { validFrom } = change.made;
    if (validFrom > day) continue;
    const later = by === undefined || validFrom > by.made.validFrom;
    if (later || (validFrom === by?.made.validFrom && change.number > by.number)) by = change;
  }
  return by;
}

/**
 * What counts on the day: of the changes that stand, the one valid from the latest day up to it and,
 * of several from that day, the one made last; or else what the installation has. `changes` are all
 * those of the setting, in any order.
 */
export function inForceOn<Value extends number>(
  setting: Setting<Value>,
  changes: readonly SettingChange[],
  day: PlainDate,
  configuration: Configuration,
): InForce<Value> {
  const by = changeInForce(changes, day);
  const { name } = setting;
  return by === undefined
    ? {
        setting: name,
        value: setting.otherwise(configuration),
        confirmed: setting.confirmed,
        by,
      }
    : { setting: name, value: by.made.value as Value, confirmed: by.made.confirmed, by };
}

/** The changes that can be taken back: what has counted before the day stays, for figures were made by it. */
export function revocable(changes: readonly SettingChange[], today: PlainDate) {
  return standing(changes).filter(({ made }) => made.validFrom >= today);
}
