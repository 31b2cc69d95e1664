import type { VNode } from 'preact';
import { oneOrMore } from '../../../../core/english.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { Radios, Select } from '../../../../platform/components/choices.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { TextArea } from '../../../../platform/components/text-area.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import {
  DecidedMeanwhileText,
  type OtherDecision,
} from '../../../../platform/decisions/decided-meanwhile.tsx';
import { type FieldProblem, problemOf, typedValue } from '../../../../platform/http/form.ts';
import type { FormFields } from '../../../../platform/http/route.ts';
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

/** The form of a decision on one finding or several; after somebody else was first, with what that other decided. */
export function DecisionFormView(props: {
  readonly rows: readonly FindingRow[];
  readonly offers: Offers;
  /** Those who may be chosen to mend it. */
  readonly menders: readonly { readonly personId: string; readonly name: string }[];
  readonly weekEnding: string;
  readonly typed?: FormFields | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly meanwhile?: readonly OtherDecision[] | undefined;
}): VNode {
  const { rows, offers, typed, problems, meanwhile } = props;
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name),
    problem: problemOf(problems, name),
  });
  const offered = offers.filter(({ refusal }) => refusal === undefined);
  return (
    <>
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">{FORM_TITLE}</h1>
      {meanwhile !== undefined && <DecidedMeanwhileText decisions={meanwhile} />}
      <Chosen rows={rows} />
      <form method="post" action={paths.decideOnFindings}>
        <input type="hidden" name="week-ending" value={props.weekEnding} />
        {rows.map(({ subjectKey, decision }) => (
          <input
            key={subjectKey}
            type="hidden"
            name="finding"
            value={`${subjectKey}.${decision?.number ?? 0}`}
          />
        ))}
        <Radios
          {...field('verdict')}
          label="What do you decide?"
          choices={offered.map(({ action, label, hint }) => ({
            value: action,
            text: label,
            ...(hint && { hint }),
          }))}
        />
        <NotOffered offers={offers} />
        <TextArea {...field('reason')} label="Why" rows={3} />
        <Select
          {...field('mender-id')}
          label="Person who mends it"
          hint="Only when it is to be mended"
          choices={[
            { value: '', text: 'Nobody of these' },
            ...props.menders.map(({ personId, name }) => ({ value: personId, text: name })),
          ]}
        />
        <TextInput
          {...field('mender')}
          label="Or the team, or somebody outside"
          hint="Only when it is to be mended, and by nobody of the list"
        />
        <TextInput
          {...field('mend-by')}
          label="To be mended by"
          hint="Only when it is to be mended. For example 31/3/2027"
          width={10}
        />
        <Button text="Decide" />
      </form>
    </>
  );
}
