import type { VNode } from 'preact';
import { oneOrMore } from '../../../../core/english.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { Radios } from '../../../../platform/components/choices.tsx';
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
import { paths } from '../../../paths.ts';
import { verdictInWords } from '../../decision-in-words.ts';
import type { FindingRow } from '../../finding-row.ts';
import { ruleName } from '../../rule-explanations.ts';

/** The title of the page, and its heading. */
export const FORM_TITLE = 'Decide on findings';

const CHOICES = [
  {
    value: 'accepted',
    text: 'Accept it as right',
    hint: 'The records are as they should be. The finding leaves the open list until its facts change.',
  },
  {
    value: 'to-be-mended',
    text: 'Have it mended',
    hint: 'Say below by whom and by when. It leaves the open list until it is mended or its facts change.',
  },
];
const REOPEN = {
  value: 'reopened',
  text: 'Open it again',
  hint: 'What was decided no longer holds.',
};

function Latest({ row }: { readonly row: FindingRow }): VNode | null {
  if (row.decision === undefined) return null;
  return (
    <a class="govuk-link" href={paths.findingDecision(row.subjectKey)}>
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
  readonly weekEnding: string;
  readonly typed?: FormFields | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly meanwhile?: readonly OtherDecision[] | undefined;
}): VNode {
  const { rows, typed, problems, meanwhile } = props;
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name),
    problem: problemOf(problems, name),
  });
  const decided = rows.some(({ decision }) => decision !== undefined);
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
          choices={decided ? [...CHOICES, REOPEN] : CHOICES}
        />
        <TextArea {...field('reason')} label="Why" rows={3} />
        <TextInput
          {...field('mender')}
          label="Team or person who mends it"
          hint="Only when it is to be mended"
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
