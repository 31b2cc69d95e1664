import { WellplacedError } from '../../core/errors.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Bound } from '../http/bound.ts';
import { type InForce, inForceOn, type SettingChange } from './changes.ts';
import { isAllowed, type Setting } from './setting.ts';
import { loadChanges, type SettingTables } from './store.ts';

/** Whose value is asked for: whatever request is at hand. */
interface Asking {
  readonly whole: Pick<Bound, 'read'>;
}

/** What a council has settled, as it counts on a day. */
export type SettledValue<Value extends number> = (
  asking: Asking,
  asOf: PlainDate,
) => Promise<InForce<Value>>;

/**
 * How to ask for a setting: the council's value of the day, or else what the installation has. Asked
 * at each request, so that a change counts at once in every process. Throws a WellplacedError
 * `setting-unreadable` when what is stored may no longer be settled: no other value is taken instead.
 */
export function settledValue<Value extends number>(
  setting: Setting<Value>,
  configuration: Configuration,
): SettledValue<Value> {
  return async ({ whole }, asOf) => {
    const changes = await whole.read<SettingTables, readonly SettingChange[]>((tx) =>
      loadChanges(tx, [setting]),
    );
    const inForce = inForceOn(setting, changes, asOf, configuration);
    if (isAllowed(setting, inForce.value)) return inForce;
    throw new WellplacedError(
      'setting-unreadable',
      `The setting "${setting.title}" is ${inForce.value}, which cannot be used.`,
      'Ask an administrator to change it on the page Settings.',
    );
  };
}
