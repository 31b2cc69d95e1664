import type { PlainDate } from '../../../core/plain-date.ts';
import { latestDateOf } from '../../returns/latest-date.ts';
import { readFile } from '../files/read-file.ts';
import type { RecognisedFile } from '../files/recognised-file.ts';
import type { ReadingContext } from '../files/row-checkers.ts';
import type { SourceFile } from '../files/source-file.ts';
import { isReturnBatch } from '../storing/return-batch.ts';

/** The latest dates of a return: of its episodes, which run to the year's end, and of all its modules. */
export interface ReturnDates {
  readonly episodes: PlainDate | undefined;
  readonly any: PlainDate | undefined;
}

export const NO_DATES: ReturnDates = { episodes: undefined, any: undefined };

function later(one: PlainDate | undefined, other: PlainDate | undefined): PlainDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

/** The later of each. */
export function laterOf(one: ReturnDates, other: ReturnDates): ReturnDates {
  return { episodes: later(one.episodes, other.episodes), any: later(one.any, other.any) };
}

/** The latest dates of a file. One still to come, planned or mistyped, says nothing of the year. */
export async function latestDates(
  source: SourceFile,
  recognised: RecognisedFile,
  mapping: ReadingContext['mapping'],
  today: PlainDate,
): Promise<ReturnDates> {
  let dates = NO_DATES;
  const context = { returnYear: undefined, ...(mapping === undefined ? {} : { mapping }) };
  for await (const batch of readFile(source, recognised, context)) {
    if (!isReturnBatch(batch)) continue;
    for (const row of batch.rows) {
      const date = latestDateOf(batch.kind, row);
      if (date === undefined || date > today) continue;
      dates = laterOf(dates, {
        any: date,
        episodes: batch.kind === 'episodes' ? date : undefined,
      });
    }
  }
  return dates;
}
