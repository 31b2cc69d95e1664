import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import { dateInWords, type PlainDate, parseIsoDate } from '../core/plain-date.ts';
import type { Bound } from '../platform/http/bound.ts';
import type { ShownReport } from '../records/reports/document/report-body.tsx';
import {
  REPORT_FORMATS,
  type ReportFormat,
  reportFile,
} from '../records/reports/document/report-files.ts';
import { loadReportOfWeek } from '../records/reports/load-week.ts';
import { showWeek } from '../records/reports/show-week.ts';
import { type AskedWeek, askedWeek } from '../records/reports/week-ending.ts';
import { reportText } from '../records/reports/weekly-report/as-text.ts';
import { movedInWords, notBegunInWords } from '../records/reports/weekly-report/week-in-words.ts';
import { seenByNobodyNamed } from '../records/restrictions/seen-by.ts';
import { recordsSettings } from '../records/settings.ts';
import { councilToRead } from '../web/chosen-council.ts';
import { withHouse } from '../web/house.ts';
import type { Command } from './command.ts';

type Format = 'text' | ReportFormat;
const FORMATS: readonly Format[] = ['text', ...REPORT_FORMATS];

function badOption(message: string, remedy: string): WellplacedError {
  return new WellplacedError('bad-option', message, remedy);
}

function dayOf(text: string | undefined): PlainDate {
  const remedy = 'Give the last day of the week, a Sunday: --week-ending YYYY-MM-DD.';
  if (text === undefined) throw badOption('No week was named.', remedy);
  const day = parseIsoDate(text);
  if (day === undefined) throw badOption(`--week-ending is "${text}".`, remedy);
  return day;
}

function weekOf(day: PlainDate, today: PlainDate): AskedWeek {
  const week = askedWeek(day, today);
  if (week !== undefined) return week;
  throw new WellplacedError(
    'week-not-begun',
    `The week that holds ${dateInWords(day)} has not begun.`,
    `${notBegunInWords(today)}.`,
  );
}

function formatOf(text: string): Format {
  const format = FORMATS.find((each) => each === text);
  if (format !== undefined) return format;
  throw badOption(`--format is "${text}".`, `Give one of ${FORMATS.join(', ')}.`);
}

async function write(
  shown: ShownReport,
  format: Format,
  out: NodeJS.WritableStream,
): Promise<void> {
  const content = format === 'text' ? reportText(shown.report) : reportFile(shown, format).content;
  const source = content instanceof Readable ? content : Readable.from([content]);
  await pipeline(source, out, { end: false });
}

/** `wellplaced report placements`: the report of a week, on the standard output. */
export const reportCommand: Command = {
  name: 'report',
  usage: `report placements --week-ending YYYY-MM-DD [--authority CODE] [--format ${FORMATS.join('|')}] [--publish]`,
  summary: 'Writes the weekly report of expenditure and placements; with --publish, for others.',
  async run(words, configuration, { out, err }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        'week-ending': { type: 'string' },
        authority: { type: 'string' },
        format: { type: 'string', default: 'text' },
        publish: { type: 'boolean', default: false },
      },
    });
    if (positionals.join(' ') !== 'placements') {
      const asked = positionals.length === 0 ? 'No report' : `"${positionals.join(' ')}"`;
      throw badOption(`${asked} was named.`, 'The report there is: wellplaced report placements.');
    }
    const day = dayOf(values['week-ending']);
    const format = formatOf(values.format);
    return withHouse(configuration, async (house) => {
      const council = await councilToRead(house, values.authority);
      const ground = values.publish ? seenByNobodyNamed(house.ground) : house.ground;
      const asked = weekOf(day, house.today());
      const moved = movedInWords(day, asked);
      if (moved !== undefined) err.write(`${moved}\n`);
      const week = await loadReportOfWeek(ground, council, asked);
      const { smallNumber } = recordsSettings(configuration);
      const read: Bound['read'] = (work) => house.ground.read(council.code, work);
      const withheldBelow = values.publish
        ? await smallNumber({ whole: { read } }, house.today())
        : undefined;
      const shown = showWeek(week, withheldBelow);
      await write(shown, format, out);
      return 0;
    });
  },
};
