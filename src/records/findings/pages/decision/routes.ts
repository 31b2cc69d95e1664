import { counted } from '../../../../core/english.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import type { OtherDecision } from '../../../../platform/decisions/decided-meanwhile.tsx';
import { draftFor } from '../../../../platform/forms/drafts/draft.ts';
import type { Form } from '../../../../platform/forms/form.ts';
import { takeForm } from '../../../../platform/forms/take-form.ts';
import { viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf, typedValue } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { doneAt, type PageReply, page, type Reply } from '../../../../platform/http/reply.ts';
import type { FormFields, PageRequest } from '../../../../platform/http/route.ts';
import { offersFor } from '../../../../platform/workflow/judge.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { weekEndingField } from '../../../reports/week-ending.ts';
import { lastWholeWeek, type Week } from '../../../reports/weekly-report/week.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { decideOnFindings, findingsAbout, loadMenders } from '../../decide-on-findings.ts';
import { decisionInWords } from '../../decision-in-words.ts';
import type { FindingRow } from '../../finding-row.ts';
import { FINDING_WORKFLOW, standingOf } from '../../finding-workflow.ts';
import { ruleName } from '../../rule-explanations.ts';
import { askedSchema, decisionForm } from './form.ts';
import { DecisionFormView, type DecisionPage, FORM_TITLE } from './form-view.tsx';

const PLACE = {
  section: 'Records',
  breadcrumbs: [{ text: 'Findings', href: paths.findings }],
} as const;

function weekOf(request: PageRequest, fields: FormFields): Week {
  const { today } = request;
  const asked = weekEndingField(today).safeParse(typedValue(fields, 'week-ending'));
  return asked.success ? asked.data : lastWholeWeek(today);
}

type Transaction = CouncilTransaction<RecordsTables>;

/** The findings about these subjects that hold now, as the person may see them. */
function findingsFor(
  request: PageRequest,
  week: Week,
  subjects: readonly string[],
): Promise<readonly FindingRow[]> {
  return request.read((tx: Transaction) => findingsAbout(tx, week, subjects));
}

/** The form as it is offered to the person for those findings. */
async function formFor({ now, person, read, today }: PageRequest, rows: readonly FindingRow[]) {
  const menders = await read((tx: Transaction) => loadMenders(tx, rows, now));
  const standings = rows.map((row) => standingOf(row, person));
  const offers = offersFor(FINDING_WORKFLOW, standings);
  return { rows, offers, form: decisionForm({ offers, menders, today }) };
}

function formPage(parts: DecisionPage, status?: number): PageReply {
  const content = DecisionFormView(parts);
  return page({ title: FORM_TITLE, ...PLACE, ...(status && { status }), content });
}

async function showForm(request: PageRequest): Promise<Reply> {
  const fields = fieldsOf(request.query);
  const check = checkForm(askedSchema, fields);
  const week = weekOf(request, fields);
  const { weekEnding } = week;
  // A problem names a list that is not on this page, so that it leads to no field.
  if (!check.ok) {
    const problems = check.problems.map((problem) => ({ ...problem, field: '' }));
    return formPage({ ...(await formFor(request, [])), weekEnding, problems }, 422);
  }
  const rows = await findingsFor(request, week, check.values.finding);
  if (rows.length === 0) {
    return notFoundPage('What you chose is no longer found: the records have changed since.');
  }
  const offered = await formFor(request, rows);
  const kept = await draftOf(request, offered.form, week, check.values.finding).load();
  return formPage({ ...offered, weekEnding, kept });
}

/** The person’s draft of a decision on those findings. */
function draftOf(request: PageRequest, form: Form, week: Week, subject: readonly string[]) {
  return draftFor(request, form, {
    subject,
    address: addressWith(
      paths.decideOnFindings,
      new URLSearchParams(subject.map((key) => ['finding', key])),
      { 'week-ending': week.weekEnding },
    ),
    async title() {
      const [row] = await findingsFor(request, week, subject.slice(0, 1));
      const one = row === undefined ? 'a finding that is no longer found' : ruleName(row.rule);
      const what = subject.length === 1 ? one : counted(subject.length, 'finding');
      return `${FORM_TITLE}: ${what}`;
    },
  });
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
  const week = weekOf(request, body);
  const { weekEnding } = week;
  const seen = new Map(
    [body.finding ?? []].flat().map((one) => {
      const [subjectKey = '', basedOn] = one.split('.');
      return [subjectKey, Number(basedOn)];
    }),
  );
  const asked = [...seen.keys()];
  const rows = () => findingsFor(request, week, asked);
  const { form } = await formFor(request, []);
  return takeForm(request, form, {
    ...(checkForm(askedSchema, { finding: asked }).ok && {
      draft: draftOf(request, form, week, asked),
    }),
    async again(sent) {
      const found = await rows();
      const meanwhile = sent.meanwhile ? decidedSince(found, seen) : undefined;
      return formPage({ ...(await formFor(request, found)), weekEnding, sent, meanwhile });
    },
    async work(values) {
      const { finding, verdict, reason } = values;
      const decision = {
        ...{ finding, verdict, reason, mender: values.mender ?? null },
        ...{ menderId: values['mender-id'] ?? null, mendBy: values['mend-by'] ?? null },
      };
      await request.change(reason, (tx: Transaction, by) =>
        decideOnFindings(tx, { by, roles: person.roles, today, now }, week, decision),
      );
      const [first = '', ...others] = asked;
      if (others.length === 0) return doneAt(paths.finding(first), 'Your decision is stored.');
      const done = `Your decision on ${counted(asked.length, 'finding')} is stored.`;
      return doneAt(paths.findingsWhere({ state: 'decided' }), done);
    },
  });
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
