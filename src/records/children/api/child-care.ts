import { z } from 'zod';
import { dateOfDayNumber } from '../../../core/plain-date.ts';
import { day, dayOf } from '../../api/fields.ts';
import type { ChildRecord } from '../child-record.ts';

const code = z.string().nullable();

const episode = z.object({
  decom: day.meta({ description: 'DECOM of the return.' }),
  dec: day.nullable().meta({ description: 'DEC of the return; null while it lasts.' }),
  rne: code,
  ls: code,
  cin: code,
  place: z.string(),
  placeProvider: code,
  rec: code,
  reasonPlaceChange: code,
  urn: code,
  provider: code,
  area: z.enum(['in', 'out', 'unknown']),
  miles: z.number().nullable(),
});

/** What the answer says of a child's care. */
export const careSchema = {
  episodes: z.array(episode).meta({ description: 'In order of date.' }),
  reviews: z.array(z.object({ date: day, code })),
  missing: z.array(z.object({ start: day, end: day.nullable(), kind: code })),
  socialWorkers: z.array(
    z.object({ socialWorker: code, start: day, end: day.nullable(), reason: code }),
  ),
} as const;

const careAnswer = z.object(careSchema);

/** The child's care as the answer has it. */
export function careAnswered(record: ChildRecord): z.input<typeof careAnswer> {
  return {
    episodes: record.episodes.map((each) => ({
      decom: dateOfDayNumber(each.decom),
      dec: dayOf(each.dec),
      rne: each.rne ?? null,
      ls: each.ls ?? null,
      cin: each.cin ?? null,
      place: each.place,
      placeProvider: each.placeProvider ?? null,
      rec: each.rec ?? null,
      reasonPlaceChange: each.reasonPlaceChange ?? null,
      urn: each.urn ?? null,
      provider: (each.urn === undefined ? undefined : record.providers.get(each.urn)) ?? null,
      area: each.area,
      miles: each.distanceMiles ?? null,
    })),
    reviews: record.reviews.map(({ date, code: how }) => ({ date, code: how ?? null })),
    missing: record.missing.map(({ start, end, kind }) => ({
      start,
      end: end ?? null,
      kind: kind ?? null,
    })),
    socialWorkers: record.socialWorkers.map(({ socialWorker, start, end, reason }) => ({
      socialWorker: socialWorker ?? null,
      start,
      end: end ?? null,
      reason: reason ?? null,
    })),
  };
}
