import { z } from 'zod';
import type { PlainDate } from '../../core/plain-date.ts';
import { readDate } from '../intake/files/read-date.ts';
import { lastSunday } from './weekly-report/week.ts';

/** The last night of a week as typed or linked: dd/mm/yyyy or yyyy-mm-dd; the last Sunday when empty. */
export function weekEndingField(today: PlainDate) {
  return z
    .string()
    .trim()
    .default('')
    .transform((text, context) => {
      if (text === '') return lastSunday(today);
      const day = readDate(text);
      if (day !== undefined) return day;
      context.addIssue('Week ending must be a day that exists, such as 29/11/2026');
      return z.NEVER;
    });
}
