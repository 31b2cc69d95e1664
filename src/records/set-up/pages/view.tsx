import type { ComponentChildren, VNode } from 'preact';
import { counted, oneOrMore } from '../../../core/english.ts';
import { ErrorSummary } from '../../../platform/components/error-summary.tsx';
import { InsetText, Tag } from '../../../platform/components/messages.tsx';
import { Table } from '../../../platform/components/table.tsx';
import { FormView } from '../../../platform/forms/form-view.tsx';
import type { Sent } from '../../../platform/forms/take-form.ts';
import { paths } from '../../paths.ts';
import type { LikelyArea } from '../likely-area.ts';
import type { SetUpStep } from '../set-up-steps.ts';
import { AREA_FORM } from './form.ts';

/** The title and heading of the page. */
export const SET_UP_TITLE = 'What the records stand on';

const STATES = {
  held: { text: 'Held', colour: 'green' },
  'in part': { text: 'In part', colour: 'yellow' },
  missing: { text: 'Missing', colour: 'red' },
} as const;

/** The page’s content. */
export interface SetUpPage {
  readonly steps: readonly SetUpStep[];
  readonly areaCodes: readonly string[];
  /** Where more children have their homes than elsewhere, where the area is not said. */
  readonly likely: LikelyArea | undefined;
  readonly mayImport: boolean;
  readonly mayChange: boolean;
  readonly sent?: Sent | undefined;
}

function cure({ by, state }: SetUpStep, { mayImport, mayChange }: SetUpPage): ComponentChildren {
  if (by === 'operator') return 'Whoever runs the service (wellplaced council)';
  if (by === 'here') {
    return mayChange ? (
      <a class="govuk-link" href="#area">
        On this page
      </a>
    ) : (
      'An administrator, here'
    );
  }
  if (!mayImport) return 'The data officer';
  return (
    <a class="govuk-link" href={paths.newImport}>
      {state === 'held' ? 'Import later ones' : 'Import them'}
    </a>
  );
}

function Likely({ code, children, of }: LikelyArea): VNode {
  return (
    <InsetText>
      {children} of the {counted(of, 'child', 'children')} whose home is known{' '}
      {oneOrMore(children, 'has', 'have')} it in <strong>{code}</strong>, more than in any other
      area, by the postcodes that are held. It stands in the form; check that it is yours.
    </InsetText>
  );
}

/** What the records of a council stand on, and its area. */
export function SetUpView(shown: SetUpPage): VNode {
  const { steps, areaCodes, likely, mayChange, sent } = shown;
  const open = steps.filter(({ state }) => state !== 'held').length;
  const codes = areaCodes.length > 0 ? areaCodes.join(', ') : (likely?.code ?? '');
  return (
    <>
      <ErrorSummary problems={sent?.problems} />
      <h1 class="govuk-heading-l">{SET_UP_TITLE}</h1>
      <p class="govuk-body">
        {open === 0
          ? 'Everything that the pages stand on is held.'
          : `${counted(open, 'thing is', 'things are')} missing or not whole, the most important first. What each blocks stands beside it.`}
      </p>
      <Table
        caption="What the pages stand on"
        columns={[
          { key: 'title', heading: 'What', type: 'text' },
          { key: 'state', heading: 'State', type: 'text' },
          { key: 'held', heading: 'There is', type: 'text' },
          { key: 'blocks', heading: 'Without it', type: 'text' },
          { key: 'cure', heading: 'Put right', type: 'text' },
        ]}
        rowHeader="title"
        rows={steps.map((step) => ({
          cells: {
            ...{ title: step.title, held: step.held, blocks: step.blocks },
            state: <Tag {...STATES[step.state]} />,
            cure: cure(step, shown),
          },
        }))}
        empty=""
      />
      {mayChange && (
        <section id="area" aria-labelledby="area-heading">
          <h2 class="govuk-heading-m" id="area-heading">
            The council’s area
          </h2>
          {likely !== undefined && <Likely {...likely} />}
          <FormView
            form={AREA_FORM}
            action={paths.setUp}
            begin={{ codes, before: areaCodes.join(',') }}
            sent={sent}
          />
        </section>
      )}
    </>
  );
}
