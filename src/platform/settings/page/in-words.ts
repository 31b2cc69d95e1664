import { dateInWords } from '../../../core/plain-date.ts';
import type { SettingChange } from '../changes.ts';
import { type Setting, valueInWords } from '../setting.ts';

/** Who made the change, in which role. */
export function byWhom({ decidedBy, role }: Pick<SettingChange, 'decidedBy' | 'role'>): string {
  return role === null ? decidedBy : `${decidedBy}, ${role}`;
}

/** A change as it follows on "decided": `to settle 8 children from 1 June 2026 on, because …`. */
export function changeInWords(setting: Setting, { made, reason }: SettingChange): string {
  const what =
    'value' in made
      ? `to settle ${valueInWords(setting, made.value)} from ${dateInWords(made.validFrom)} on`
      : 'to take an earlier change back';
  return `${what}, because: ${reason}`;
}
