import { dateInWords } from '../../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf, problemOf, typedValue } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { doneAt, page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { pageAsked } from '../../../../platform/lists/list-query.ts';
import { endOfDay } from '../../../changes/between.ts';
import { revisionsNumbered } from '../../../changes/revisions-told.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { paths } from '../../../paths.ts';
import { mayDo, type Route } from '../../../permissions.ts';
import { seenByNobodyNamed } from '../../../restrictions/seen-by.ts';
import { revisionAt } from '../../../revisions/revision.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { publishWeek } from '../../then-and-now/publish-week.ts';
import { type PublishedEarlier, publishedOfWeek } from '../../then-and-now/published-reports.ts';
import { thenAndNow } from '../../then-and-now/then-and-now.ts';
import { type Week, weekEndingOn } from '../../weekly-report/week.ts';
import { publishForm, thenAndNowQuery, weekQuery } from './schema.ts';
import { THEN_AND_NOW_TITLE, ThenAndNowView } from './view.tsx';

type Transaction = CouncilTransaction<RecordsTables>;

const NOT_PUBLISHED = 'No report of this week was published under this address';

interface Earlier {
  readonly published: readonly PublishedEarlier[];
  readonly chosen: PublishedEarlier | undefined;
  /** The revision that is looked back at; undefined where none is chosen. */
  readonly revision: number | undefined;
}

/** The seven days of what was published; they are not those of the week where it was published before weeks ended on Sundays. */
function weekOf(chosen: PublishedEarlier | undefined, week: Week): Week {
  return chosen === undefined || chosen.weekEnding === week.weekEnding
    ? week
    : weekEndingOn(chosen.weekEnding);
}

async function show(request: PageRequest, { memory }: PagesContext): Promise<Reply> {
  const { council, person, query, today, wholeGround } = request;
  const place = {
    title: THEN_AND_NOW_TITLE,
    section: 'Reports',
    breadcrumbs: [{ text: 'Weekly placements report', href: paths.report }],
  } as const;
  const check = checkForm(thenAndNowQuery(today), fieldsOf(query));
  if (!check.ok) {
    const { problems, typed } = check;
    // All but the day stands in links, so that the page stays with its week where the day is wrong.
    const week = checkForm(weekQuery(today), fieldsOf(query));
    if (!week.ok) {
      return notFoundPage(`${problemOf(week.problems, 'week-ending') ?? NOT_PUBLISHED}.`);
    }
    const asked = week.values['week-ending'];
    const published = await request.read((tx: Transaction) =>
      publishedOfWeek(tx, asked.weekEnding),
    );
    const day = typedValue(typed, 'day');
    const content = ThenAndNowView({ week: asked, published, day, problems });
    return page({ ...place, status: 422, content });
  }
  const { 'week-ending': week, published: id, day } = check.values;
  const earlier = await request.read(async (tx: Transaction): Promise<Earlier> => {
    const published = await publishedOfWeek(tx, week.weekEnding);
    const chosen = published.find((one) => one.publishedReportId === id);
    const revision = day === undefined ? undefined : await revisionAt(tx, endOfDay(day));
    return { published, chosen, revision: chosen?.revision ?? revision };
  });
  const { published, chosen, revision } = earlier;
  if (id !== undefined && chosen === undefined) return notFoundPage(`${NOT_PUBLISHED}.`);
  if (revision === undefined) {
    return page({ ...place, content: ThenAndNowView({ week, published }) });
  }
  // What is published is the same for everybody, and holds no restricted child; so is this.
  const seen = seenByNobodyNamed(wholeGround);
  const compared = weekOf(chosen, week);
  const told = await thenAndNow(memory, seen, council, compared, revision, {
    page: pageAsked(query),
  });
  const seesImports = mayDo(person.roles, 'see imports');
  const numbers = told.causes.map((cause) => cause.revision);
  const revisions = await request.read((tx: Transaction) => revisionsNumbered(tx, numbers));
  const content = ThenAndNowView({
    ...{ week, published, day },
    compared: { ...told, week: compared, chosen, revision, revisions, seesImports, query },
  });
  return page({ ...place, content });
}

async function publish(request: PageRequest, context: PagesContext): Promise<Reply> {
  const check = checkForm(publishForm(request.today), request.body);
  if (!check.ok) return notFoundPage('There is no such week.');
  const { 'week-ending': week } = check.values;
  const { weekEnding } = week;
  const { memory, settings } = context;
  const published = await publishWeek(request, memory, settings.smallNumber, week);
  const done = `The report of the week ending ${dateInWords(weekEnding)} is recorded as published.`;
  return doneAt(paths.reportThenAndNow(weekEnding, { published }), done);
}

/** A week's report as published or known earlier beside what is known now, and recording that one is published. */
export function thenAndNowRoutes(context: PagesContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/report/then-and-now',
      permission: 'see children',
      audit: viewOf('weekly report then and now'),
      handle: (request) => show(request, context),
    },
    {
      method: 'POST',
      path: paths.publishReport,
      permission: 'publish placements report',
      handle: (request) => publish(request, context),
    },
  ];
}
