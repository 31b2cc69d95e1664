import { z } from 'zod';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { listOf, PAGING, pageAnswer } from '../../../platform/http/api/paging.ts';
import { exportOf } from '../../../platform/http/audit-event.ts';
import type { Person } from '../../../platform/http/route.ts';
import {
  CHILD_FIELDS,
  LEAVES_OUT,
  searchParameter,
  shownChildId,
  WEEK_ANSWERED,
  weekAnswered,
  weekAsked,
  weekParameter,
} from '../../api/fields.ts';
import { SEVERITIES } from '../../model.ts';
import { apiRoute, mayDo } from '../../permissions.ts';
import { hiddenChildren } from '../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { FindingRow } from '../finding-row.ts';
import { loadFindingsPage } from '../list-findings.ts';
import {
  type ChildNames,
  loadNamesAndIdentifiers,
  wordsWithoutIdentifiers,
} from '../under-pseudonyms.ts';

const row = z.object({
  package: CHILD_FIELDS.package.nullable(),
  childId: CHILD_FIELDS.childId,
  severity: z.enum(SEVERITIES),
  rule: z.string(),
  message: z.string(),
  records: z.string().meta({ description: 'The kind of records it was found in.' }),
  returnYear: z.int().nullable(),
  file: z.string().nullable(),
  line: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  resolved: z.boolean(),
});

function answered(finding: FindingRow, person: Person, names: ChildNames): z.input<typeof row> {
  const { childId, severity, rule, line, column, resolved, returnYear } = finding;
  const words = mayDo(person.roles, 'see a child')
    ? { message: finding.message, value: finding.value }
    : wordsWithoutIdentifiers(finding, names);
  return {
    package: childId === null ? null : names.pseudonym(childId),
    childId: childId === null ? null : shownChildId(person, childId),
    ...{ severity, rule, ...words, line, column, resolved },
    records: finding.kind,
    returnYear: returnYear === 0 ? null : returnYear,
    file: finding.path,
  };
}

/** The findings, as the page lists them. */
export const findingsRoute = apiRoute({
  method: 'GET',
  path: '/findings',
  permission: 'see findings',
  audit: exportOf('list of findings'),
  name: 'listFindings',
  summary: 'Findings',
  about:
    'What a person should look at in the records, the gravest first; open ones unless asked otherwise.',
  query: z.object({
    weekEnding: weekParameter,
    severity: z.enum(SEVERITIES).optional().meta({ description: 'Only this severity.' }),
    rule: searchParameter('Only this rule, by its name in the answer.'),
    records: searchParameter('Only this kind of records.'),
    returnYear: z
      .string()
      .regex(/^\d{4}$/, 'Must be a year, such as 2026.')
      .transform(Number)
      .pipe(z.int().min(1990, 'Must be from 1990 to 2200.').max(2200, 'Must be from 1990 to 2200.'))
      .optional()
      .meta({ description: 'Only this year of the return, by the year in which it ends.' }),
    child: searchParameter('Only this child, by the council’s identifier.'),
    state: z
      .enum(['resolved', 'all'])
      .optional()
      .meta({ description: 'Resolved ones, or all, instead of open ones.' }),
    ...PAGING,
  }),
  answer: listOf(row).extend(LEAVES_OUT).extend(WEEK_ANSWERED),
  async handle(request, { weekEnding, page, pageSize, records, returnYear, child, ...others }) {
    const { person } = request;
    const leavesOutRestricted = (await request.read(hiddenChildren)).size > 0;
    const week = weekAsked(request, weekEnding);
    // Who may not see a child learns no identifier by trying.
    if (child !== undefined && !mayDo(person.roles, 'see a child')) {
      const none = pageAnswer(request, { page, pageSize }, { rows: [], total: 0 });
      return { ...none, leavesOutRestricted, ...weekAnswered(week) };
    }
    const filter = { ...others, kind: records, year: returnYear, child };
    const order = { key: 'severity', order: 'ascending' } as const;
    const asked = { filter, week, order, page, pageSize };
    const list = await request.read((tx: CouncilTransaction<RecordsTables>) =>
      loadFindingsPage(tx, asked),
    );
    const names = await request.read((tx: CouncilTransaction<RecordsTables>) =>
      loadNamesAndIdentifiers(tx, 'under pseudonyms'),
    );
    const shown = list.rows.map((finding) => answered(finding, person, names));
    const paged = pageAnswer(request, { page, pageSize }, { rows: shown, total: list.total });
    return { ...paged, leavesOutRestricted, ...weekAnswered(week) };
  },
});
