import { dayOfInstant } from '../../../core/instant.ts';
import { addDays, type PlainDate } from '../../../core/plain-date.ts';
import type { Acting, CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { HEADLINE_FIGURES, type HeadlineFigures } from './headline-figures.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** A week's report that was published, and what it was made from. */
export interface PublishedEarlier {
  readonly publishedReportId: string;
  /** The last of its seven days; before weeks ended on Sundays it was whichever was asked for. */
  readonly weekEnding: PlainDate;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  /** The newest revision of the records when it was made. */
  readonly revision: number;
  /** Counts of children below it were withheld. */
  readonly smallNumber: number;
  /** Its headline figures before any was withheld. */
  readonly figures: HeadlineFigures;
}

/** What of a report is kept when it is published. */
export type ToPublish = Pick<
  PublishedEarlier,
  'publishedReportId' | 'weekEnding' | 'publishedAt' | 'revision' | 'smallNumber' | 'figures'
>;

/** Whether two are the same report of a week, published on the same day. */
export function isSameReport(one: ToPublish, other: ToPublish): boolean {
  return (
    one.revision === other.revision &&
    one.smallNumber === other.smallNumber &&
    dayOfInstant(one.publishedAt) === dayOfInstant(other.publishedAt) &&
    HEADLINE_FIGURES.every((name) => one.figures[name] === other.figures[name])
  );
}

/** Keeps that a report is published, and what was known when it was made. */
export async function keepPublished(
  tx: Transaction,
  by: Acting,
  { publishedReportId, weekEnding, publishedAt, revision, smallNumber, figures }: ToPublish,
): Promise<void> {
  await tx.insertMany(
    'published_report',
    [
      ...['published_report_id', 'week_ending', 'published_at', 'published_by', 'person_id'],
      ...['person_role', 'revision', 'small_number', 'figures'],
    ],
    [
      [
        ...[publishedReportId, weekEnding, publishedAt, by.actor, by.person?.personId ?? null],
        ...[by.person?.role ?? null, revision, smallNumber, JSON.stringify(figures)],
      ],
    ],
  );
}

/** The reports that were published of a week, or of seven days that end within it, newest first. */
export async function publishedOfWeek(
  tx: Transaction,
  weekEnding: PlainDate,
): Promise<readonly PublishedEarlier[]> {
  const rows = await tx.db
    .selectFrom('published_report')
    .select(['published_report_id', 'week_ending', 'published_at', 'published_by', 'revision'])
    .select(['small_number', 'figures'])
    .where('authority_id', '=', tx.authority)
    .where('week_ending', '>', addDays(weekEnding, -7))
    .where('week_ending', '<=', weekEnding)
    .orderBy('published_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    weekEnding: row.week_ending as PlainDate,
    publishedReportId: row.published_report_id,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    revision: row.revision,
    smallNumber: row.small_number,
    figures: row.figures as HeadlineFigures,
  }));
}
