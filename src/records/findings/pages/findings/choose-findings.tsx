import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../../../platform/components/button.tsx';
import { paths } from '../../../paths.ts';
import { verdictInWords } from '../../decision-in-words.ts';
import type { FindingRow } from '../../finding-row.ts';

/** The box that chooses a finding for a decision on several; none for what needs none. */
export function ChooseFinding({ row }: { readonly row: FindingRow }): VNode | null {
  if (row.resolved) return null;
  const id = `choose-${row.subjectKey}-${row.line ?? 0}`;
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={id}
          name="finding"
          value={row.subjectKey}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          <span class="govuk-visually-hidden">
            {row.childId ?? ''} {row.message}
          </span>
        </label>
      </div>
    </div>
  );
}

/** What was decided, with the way there, or the way to decide. */
export function decisionCell(row: FindingRow, decides: boolean): VNode | null {
  const { decision, subjectKey } = row;
  if (decision !== undefined) {
    const ended = row.decided || decision.verdict === 'reopened' || decision.verdict === 'ended';
    return (
      <a class="govuk-link" href={paths.finding(subjectKey)}>
        {verdictInWords(decision)}
        {ended ? '' : ' (ended: the facts have changed)'}
      </a>
    );
  }
  if (!decides || row.resolved) return null;
  return (
    <a class="govuk-link" href={paths.decideOnFinding(subjectKey)}>
      Decide<span class="govuk-visually-hidden"> on: {row.message}</span>
    </a>
  );
}

/** The list as a form in which several findings are chosen, when they may be. */
export function ChoosingForm(props: {
  readonly choosing: boolean;
  readonly weekEnding: string | null;
  readonly children: ComponentChildren;
}): VNode {
  if (!props.choosing) return <>{props.children}</>;
  return (
    <form method="get" action={paths.decideOnFindings}>
      {props.weekEnding && <input type="hidden" name="week-ending" value={props.weekEnding} />}
      {props.children}
      <Button text="Decide on the findings chosen" kind="secondary" />
    </form>
  );
}
