import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import { TextInput } from '../components/text-input.tsx';
import type { InForce } from '../settings/changes.ts';
import { NotConfirmed } from '../settings/not-confirmed.tsx';
import { settingsPaths } from '../settings/paths.ts';
import type { DefinitionEntry, DefinitionSection, UnconfirmedFact } from './definitions.ts';
import { DEFINITIONS_PATH } from './path.ts';

/** The title and heading of the definitions. */
export const DEFINITIONS_TITLE = 'Definitions';

function Entry({ entry }: { readonly entry: DefinitionEntry }): VNode {
  return (
    <div class="wellplaced-definition">
      <h3 class="govuk-heading-s" id={entry.anchor}>
        {entry.name}
      </h3>
      <p class="govuk-body">{entry.definition}</p>
      <p class="govuk-body-s">
        Counted in {entry.unit}. Source: {entry.source}.
      </p>
    </div>
  );
}

function Contents({ sections }: { readonly sections: readonly DefinitionSection[] }): VNode {
  return (
    <nav aria-label="Definitions on this page" class="wellplaced-no-print">
      {sections.map(({ heading, entries }) => (
        <p key={heading} class="govuk-body-s">
          <strong>{heading}: </strong>
          {entries.map(({ anchor, name }, at) => (
            <span key={anchor}>
              {at === 0 ? '' : ', '}
              <a class="govuk-link govuk-link--no-visited-state" href={`#${anchor}`}>
                {name}
              </a>
            </span>
          ))}
        </p>
      ))}
    </nav>
  );
}

function Unconfirmed({ facts }: { readonly facts: readonly UnconfirmedFact[] }): VNode {
  return (
    <section>
      <h2 class="govuk-heading-m" id="not-confirmed">
        Not confirmed
      </h2>
      <p class="govuk-body">
        These facts could not be confirmed from public sources. Check them before you rely on a
        figure that rests on one.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {facts.map(({ fact, treatedAs }) => (
          <li key={fact}>
            {fact} <strong>How it is treated:</strong> {treatedAs}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What every figure means, with its unit and its source. */
export function DefinitionsView(props: {
  readonly search: string | undefined;
  readonly sections: readonly DefinitionSection[];
  readonly unconfirmed: readonly UnconfirmedFact[];
  readonly smallNumber: InForce;
}): VNode {
  const { search, sections, smallNumber } = props;
  return (
    <>
      <h1 class="govuk-heading-l">{DEFINITIONS_TITLE}</h1>
      <p class="govuk-body wellplaced-summary">
        What every figure of the reports and of the lists behind them means, in which unit it is
        counted and from which records. In what is made for others, counts of 1 to{' '}
        {smallNumber.value - 1} are withheld and shown as [c], and so is whatever would give one
        away.
        <NotConfirmed
          href={settingsPaths.of(smallNumber.setting)}
          confirmed={smallNumber.confirmed}
          what="the threshold"
        />
      </p>
      <form
        method="get"
        action={DEFINITIONS_PATH}
        class="wellplaced-week wellplaced-no-print"
        aria-label="Search definitions"
      >
        <div class="wellplaced-week__form">
          <TextInput name="search" label="Search definitions" value={search ?? ''} width={20} />
          <Button text="Search" kind="secondary" />
        </div>
        {search !== undefined && (
          <ul class="wellplaced-week__links">
            <li>
              <a class="govuk-link govuk-link--no-visited-state" href={DEFINITIONS_PATH}>
                Show all definitions
              </a>
            </li>
          </ul>
        )}
      </form>
      {sections.length === 0 ? (
        <p class="govuk-body">No definition holds “{search}”.</p>
      ) : (
        <Contents sections={sections} />
      )}
      {sections.map(({ heading, entries }) => (
        <section key={heading}>
          <h2 class="govuk-heading-m">{heading}</h2>
          {entries.map((entry) => (
            <Entry key={entry.anchor} entry={entry} />
          ))}
        </section>
      ))}
      <Unconfirmed facts={props.unconfirmed} />
    </>
  );
}
