import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { SummaryList } from '../../../../platform/components/summary-list.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import type { PastDecision } from '../../decide-on-findings.ts';
import { verdictInWords } from '../../decision-in-words.ts';
import { ruleName } from '../../rule-explanations.ts';

/** The title of the page, and its heading. */
export const HISTORY_TITLE = 'Decisions on a finding';

function Child({ childId }: { readonly childId: string }): VNode {
  return (
    <a class="govuk-link" href={paths.child(childId)}>
      {childId}
    </a>
  );
}

/** What was decided on one finding: now, and before. */
export function HistoryView(props: {
  readonly subjectKey: string;
  readonly latest: PastDecision;
  readonly history: readonly PastDecision[];
  readonly mayDecide: boolean;
}): VNode {
  const { latest, history } = props;
  const { childId } = latest;
  return (
    <>
      <h1 class="govuk-heading-l">{HISTORY_TITLE}</h1>
      <SummaryList
        rows={[
          { key: 'Rule', value: ruleName(latest.rule) },
          ...(childId === null ? [] : [{ key: 'Child', value: <Child childId={childId} /> }]),
          { key: 'What was found', value: latest.message },
          { key: 'Latest decision', value: verdictInWords(latest) },
          { key: 'Why', value: latest.reason },
          { key: 'Decided by', value: latest.decidedBy },
          { key: 'Decided on', value: instantInWords(latest.decidedAt) },
        ]}
      />
      <p class="govuk-body">
        A decision holds until the finding’s facts change or it is no longer found; then it ends by
        itself.
      </p>
      <Table
        caption="All decisions"
        columns={[
          { key: 'at', heading: 'When', type: 'text' },
          { key: 'by', heading: 'Who', type: 'text' },
          { key: 'verdict', heading: 'Decided', type: 'text' },
          { key: 'reason', heading: 'Why', type: 'text' },
          { key: 'message', heading: 'What was found then', type: 'text' },
        ]}
        rows={history.map((one) => ({
          cells: {
            at: instantInWords(one.decidedAt),
            by: one.decidedBy,
            verdict: verdictInWords(one),
            reason: one.reason,
            message: one.message,
          },
        }))}
        empty="Nothing was decided."
      />
      {props.mayDecide && (
        <Button
          text="Decide again, or open it again"
          href={paths.decideOnFinding(props.subjectKey)}
          kind="secondary"
        />
      )}
    </>
  );
}
