import type { VNode } from 'preact';
import { oneOrMore } from '../../../../core/english.ts';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import {
  DecidedMeanwhileText,
  type OtherDecision,
} from '../../../../platform/decisions/decided-meanwhile.tsx';
import type { KeptDraft } from '../../../../platform/forms/drafts/store.ts';
import type { Form } from '../../../../platform/forms/form.ts';
import { FormView } from '../../../../platform/forms/form-view.tsx';
import type { Sent } from '../../../../platform/forms/take-form.ts';
import type { FieldProblem } from '../../../../platform/http/form.ts';
import type { Offer } from '../../../../platform/workflow/judge.ts';
import { NotOffered } from '../../../../platform/workflow/offers.tsx';
import { paths } from '../../../paths.ts';
import { verdictInWords } from '../../decision-in-words.ts';
import type { FindingRow } from '../../finding-row.ts';
import type { FindingAction } from '../../finding-workflow.ts';
import { ruleName } from '../../rule-explanations.ts';

/** The title of the page, and its heading. */
export const FORM_TITLE = 'Decide on findings';

type Offers = readonly Offer<FindingAction>[];

function Latest({ row }: { readonly row: FindingRow }): VNode | null {
  if (row.decision === undefined) return null;
  return (
    <a class="govuk-link" href={paths.finding(row.subjectKey)}>
      {verdictInWords(row.decision)}
    </a>
  );
}

function Chosen({ rows }: { readonly rows: readonly FindingRow[] }): VNode {
  return (
    <Table
      caption={oneOrMore(rows.length, 'The finding', `The ${rows.length} findings`)}
      columns={[
        { key: 'child', heading: 'Child', type: 'text' },
        { key: 'rule', heading: 'Rule', type: 'text' },
        { key: 'message', heading: 'What was found', type: 'text' },
        { key: 'alike', heading: 'How often', type: 'whole' },
        { key: 'latest', heading: 'Decided before', type: 'text' },
      ]}
      rows={rows.map((row) => ({
        cells: {
          child: row.childId,
          rule: ruleName(row.rule),
          message: row.message,
          alike: row.alike,
          latest: row.decision === undefined ? null : <Latest row={row} />,
        },
      }))}
      empty="None of these is found any more."
    />
  );
}

/** What the page of a decision shows. */
export interface DecisionPage {
  readonly form: Form;
  readonly rows: readonly FindingRow[];
  readonly offers: Offers;
  readonly weekEnding: string;
  readonly sent?: Sent | undefined;
  /** What the person typed before and did not send. */
  readonly kept?: KeptDraft | undefined;
  /** What is wrong with the address, and belongs to no field. */
  readonly problems?: readonly FieldProblem[];
  /** What others decided since the person looked. */
  readonly meanwhile?: readonly OtherDecision[] | undefined;
}

/** The form of a decision on one finding or several; after somebody else was first, with what that other decided. */
export function DecisionFormView(props: DecisionPage): VNode {
  const { form, kept, rows, offers, sent, problems = sent?.problems, meanwhile } = props;
  const finding = rows.map(({ subjectKey, decision }) => `${subjectKey}.${decision?.number ?? 0}`);
  return (
    <>
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">{FORM_TITLE}</h1>
      {meanwhile !== undefined && <DecidedMeanwhileText decisions={meanwhile} />}
      <Chosen rows={rows} />
      <FormView
        form={form}
        action={paths.decideOnFindings}
        begin={{ 'week-ending': props.weekEnding, finding }}
        sent={sent}
        drafts={{ kept }}
        below={{ verdict: <NotOffered offers={offers} /> }}
      />
    </>
  );
}
