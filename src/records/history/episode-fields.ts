import type { RecordShape, ReportedRecord } from './reported-record.ts';

/** What the history rules look at in an episode, as its return reports it; days are ISO text. */
export interface EpisodeFields {
  readonly decom: string;
  readonly rne: string | null;
  readonly ls: string | null;
  readonly place: string | null;
  readonly dec: string | null;
  readonly rec: string | null;
  readonly returnYear: number;
}

/** Reads those columns out of records of the shape. RNE is S where a row of the same day without a night says so. */
export function episodeFields(shape: RecordShape): (record: ReportedRecord) => EpisodeFields {
  const [decom, rne, ls, place, dec, rec] = ['DECOM', 'RNE', 'LS', 'PLACE', 'DEC', 'REC'].map(
    (name) => shape.columns.indexOf(name),
  );
  return ({ values, returnYear, startedSameDay }) => ({
    decom: values[decom ?? -1] ?? '',
    rne: startedSameDay === true ? 'S' : (values[rne ?? -1] ?? null),
    ls: values[ls ?? -1] ?? null,
    place: values[place ?? -1] ?? null,
    dec: values[dec ?? -1] ?? null,
    rec: values[rec ?? -1] ?? null,
    returnYear,
  });
}
