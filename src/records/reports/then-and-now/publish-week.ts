import { randomUUID } from 'node:crypto';
import { WellplacedError } from '../../../core/errors.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import type { SettledValue } from '../../../platform/settings/settled-value.ts';
import { seenByNobodyNamed } from '../../restrictions/seen-by.ts';
import { newestRevision } from '../../revisions/revision.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ReportMemory } from '../report-memory.ts';
import { isOver, type Week } from '../weekly-report/week.ts';
import { headlineFigures } from './headline-figures.ts';
import { isSameReport, keepPublished, publishedOfWeek } from './published-reports.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const TRIES = 5;

/**
 * Keeps that the report of a week is published in its form for others: its headline figures as they are
 * now, and the revision of the records that they were made from. Gives its id; where the same was
 * published that day already, as by a button pressed twice, the id of that. Throws a WellplacedError
 * `week-not-over` or `records-keep-changing`.
 */
export async function publishWeek(
  request: PageRequest,
  memory: ReportMemory,
  smallNumber: SettledValue<number>,
  week: Week,
): Promise<string> {
  const { weekEnding } = week;
  if (!isOver(week)) {
    throw new WellplacedError(
      'week-not-over',
      'The week is not over, so that its report cannot be published yet.',
      'Publish it once its last night is there.',
    );
  }
  const newest = () => request.read(newestRevision);
  const seen = seenByNobodyNamed(request.wholeGround);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const revision = await newest();
    const { report } = await memory.of(seen, request.council, week);
    // An import that became complete meanwhile may be in the figures or not: they are made anew.
    if ((await newest()) !== revision) continue;
    const { value } = await smallNumber(request, request.today);
    const toPublish = {
      ...{ publishedReportId: randomUUID(), weekEnding, publishedAt: request.now, revision },
      ...{ smallNumber: value, figures: headlineFigures(report) },
    };
    return request.change('report published', async (tx: Transaction, by) => {
      const published = await publishedOfWeek(tx, weekEnding);
      const latest = published.find((one) => one.weekEnding === weekEnding);
      if (latest !== undefined && isSameReport(latest, toPublish)) return latest.publishedReportId;
      await keepPublished(tx, by, toPublish);
      return toPublish.publishedReportId;
    });
  }
  throw new WellplacedError(
    'records-keep-changing',
    'The records changed while the report was made, several times.',
    'Publish it when no import is running.',
  );
}
