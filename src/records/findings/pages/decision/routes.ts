import type { PlainDate } from '../../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { DecidedMeanwhile } from '../../../../platform/decisions/decide.ts';
import type { OtherDecision } from '../../../../platform/decisions/decided-meanwhile.tsx';
import { viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf, typedValue } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { type PageReply, page, type Reply, redirect } from '../../../../platform/http/reply.ts';
import type { FormFields, PageRequest } from '../../../../platform/http/route.ts';
import { ActionRefused, offersFor } from '../../../../platform/workflow/judge.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { weekEndingField } from '../../../reports/week-ending.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { decideOnFindings, findingsAbout, loadMenders } from '../../decide-on-findings.ts';
import { decisionInWords } from '../../decision-in-words.ts';
import type { FindingRow } from '../../finding-row.ts';
import { FINDING_WORKFLOW, standingOf } from '../../finding-workflow.ts';
import { ruleName } from '../../rule-explanations.ts';
import { DecisionFormView, FORM_TITLE } from './form-view.tsx';
import { askedSchema, decisionSchema } from './schema.ts';

const PLACE = {
  section: 'Records',
  breadcrumbs: [{ text: 'Findings', href: paths.findings }],
} as const;

function weekOf(request: PageRequest, fields: FormFields): PlainDate {
  const { today } = request;
  const asked = weekEndingField(today).safeParse(typedValue(fields, 'week-ending'));
  return asked.success ? asked.data : weekEndingField(today).parse('');
}

type Transaction = CouncilTransaction<RecordsTables>;

/** The findings about these subjects that hold now, as the person may see them. */
function findingsFor(
  request: PageRequest,
  weekEnding: PlainDate,
  subjects: readonly string[],
): Promise<readonly FindingRow[]> {
  return request.read((tx: Transaction) => findingsAbout(tx, weekEnding, subjects));
}

async function formPage(
  { now, person, read }: PageRequest,
  parts: Omit<Parameters<typeof DecisionFormView>[0], 'offers' | 'menders'>,
  status: number | undefined,
): Promise<PageReply> {
  const menders = await read((tx: Transaction) => loadMenders(tx, parts.rows, now));
  const standings = parts.rows.map((row) => standingOf(row, person));
  const content = DecisionFormView({
    ...parts,
    menders,
    offers: offersFor(FINDING_WORKFLOW, standings),
  });
  return page({ title: FORM_TITLE, ...PLACE, ...(status && { status }), content });
}

async function showForm(request: PageRequest): Promise<Reply> {
  const fields = fieldsOf(request.query);
  const check = checkForm(askedSchema, fields);
  const weekEnding = weekOf(request, fields);
  // A problem names a list that is not on this page, so that it leads to no field.
  if (!check.ok) {
    const problems = check.problems.map((problem) => ({ ...problem, field: '' }));
    return formPage(request, { rows: [], weekEnding, problems }, 422);
  }
  const rows = await findingsFor(request, weekEnding, check.values.finding);
  if (rows.length === 0) {
    return notFoundPage('What you chose is no longer found: the records have changed since.');
  }
  return formPage(request, { rows, weekEnding, typed: fields }, undefined);
}

/** What others decided on the findings since the person looked. */
function decidedSince(
  rows: readonly FindingRow[],
  seen: ReadonlyMap<string, number>,
): readonly OtherDecision[] {
  return rows.flatMap(({ rule, childId, subjectKey, decision }) => {
    if (decision === undefined || decision.number === seen.get(subjectKey)) return [];
    const { decidedBy, decidedAt } = decision;
    const subject = childId === null ? ruleName(rule) : `${ruleName(rule)}, child ${childId}`;
    const href = paths.finding(subjectKey);
    return [{ subject, decidedBy, decidedAt, inWords: decisionInWords(decision), href }];
  });
}

async function takeDecision(request: PageRequest): Promise<Reply> {
  const { body, now, person, today } = request;
  const weekEnding = weekOf(request, body);
  const check = checkForm(decisionSchema(today), body);
  const asked = [body.finding ?? []].flat().map((one) => one.split('.')[0] ?? '');
  const rows = () => findingsFor(request, weekEnding, asked);
  if (!check.ok) {
    const { problems, typed } = check;
    return formPage(request, { rows: await rows(), weekEnding, problems, typed }, 422);
  }
  const { values } = check;
  try {
    await request.change(values.reason, (tx: Transaction, by) =>
      decideOnFindings(tx, { by, roles: person.roles, today, now }, weekEnding, values),
    );
  } catch (error) {
    if (error instanceof ActionRefused) {
      const problems = [{ field: 'verdict', message: error.message }];
      return formPage(request, { rows: await rows(), weekEnding, typed: body, problems }, 422);
    }
    if (!(error instanceof DecidedMeanwhile)) throw error;
    const seen = new Map(values.finding.map((one) => [one.subjectKey, one.basedOn]));
    const now = await rows();
    const meanwhile = decidedSince(now, seen);
    return formPage(request, { rows: now, weekEnding, typed: body, meanwhile }, 409);
  }
  const [first, ...others] = asked;
  const to =
    others.length === 0 ? paths.finding(first ?? '') : paths.findingsWhere({ state: 'decided' });
  return redirect(to);
}

/** Deciding on findings. */
export function findingDecisionRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.decideOnFindings,
      permission: 'decide on findings',
      audit: viewOf('findings to decide on'),
      handle: showForm,
    },
    {
      method: 'POST',
      path: paths.decideOnFindings,
      permission: 'decide on findings',
      handle: takeDecision,
    },
  ];
}
