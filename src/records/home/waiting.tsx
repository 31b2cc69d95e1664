import type { VNode } from 'preact';
import { instantInWords } from '../../core/instant.ts';
import { InsetText, Tag } from '../../platform/components/messages.tsx';
import { Table } from '../../platform/components/table.tsx';
import { SeverityTag } from '../findings/severity-tag.tsx';
import { STATUS_WORDS } from '../intake/import-in-words.ts';
import { paths } from '../paths.ts';
import { count } from '../reports/document/figure.tsx';
import { inWords } from '../reports/value-in-words.ts';
import type { SeverityCount, Waiting } from './store.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** How many findings of each severity wait for someone. */
export function Findings({ findings }: { readonly findings: readonly SeverityCount[] }): VNode {
  return (
    <section class="wellplaced-summary">
      <h2 class="govuk-heading-m">Findings waiting</h2>
      <Table
        caption="Findings waiting"
        captionSize="hidden"
        columns={[
          { key: 'severity', heading: 'Severity', type: 'text' },
          { key: 'count', heading: 'Findings', type: 'whole' },
        ]}
        rows={findings.map(({ severity, count: found }) => ({
          cells: {
            severity: <SeverityTag severity={severity} />,
            count: (
              <a class={LINK} href={paths.findingsWhere({ severity })}>
                {count(found)}
                <span class="govuk-visually-hidden"> findings: {inWords(severity)}</span>
              </a>
            ),
          },
        }))}
        empty="No finding waits."
      />
    </section>
  );
}

/** The imports that someone should know of. */
export function Imports({ imports }: { readonly imports: Waiting['imports'] }): VNode {
  return (
    <section class="wellplaced-summary">
      <h2 class="govuk-heading-m">Imports</h2>
      <Table
        caption="Imports under way, stopped or with rejected rows"
        captionSize="hidden"
        columns={[
          { key: 'when', heading: 'Asked for', type: 'text' },
          { key: 'who', heading: 'By', type: 'text' },
          { key: 'status', heading: 'State', type: 'text' },
          { key: 'rejected', heading: 'Rejected rows', type: 'whole' },
        ]}
        rows={imports.map(({ importId, requestedAt, requestedBy, status, rejected }) => ({
          cells: {
            when: (
              <a class={LINK} href={paths.import(importId)}>
                {instantInWords(requestedAt)}
              </a>
            ),
            who: requestedBy,
            status: <Tag {...STATUS_WORDS[status]} />,
            rejected,
          },
        }))}
        empty="No import is under way, and none has rejected rows."
      />
      <p class="govuk-body">
        <a class={LINK} href={paths.newImport}>
          Import files
        </a>
      </p>
    </section>
  );
}

/** How to begin when no record is held yet. */
export function HowToStart({ mayImport }: { readonly mayImport: boolean }): VNode {
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>No records are held yet.</strong>
      </p>
      {mayImport && (
        <p class="govuk-body">
          <a class={LINK} href={paths.newImport}>
            Import the council’s returns, placement costs, payments and budgets
          </a>
          , or run <code>npx wellplaced import</code> with the folder that holds them.
        </p>
      )}
      <p class="govuk-body">
        To see the service with an invented council instead, stop it and start it with a new data
        folder and without <code>--empty</code>.
      </p>
    </InsetText>
  );
}
