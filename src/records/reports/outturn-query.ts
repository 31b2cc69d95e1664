import { z } from 'zod';
import type { PlainDate } from '../../core/plain-date.ts';
import { weekEndingField } from './week-ending.ts';

/** The query of the pages of the outturn: up to the end of which week it is known. */
export function outturnQuery(today: PlainDate) {
  return z.object({ 'week-ending': weekEndingField(today) });
}
