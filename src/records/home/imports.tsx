import type { VNode } from 'preact';
import { counted } from '../../core/english.ts';
import { InsetText } from '../../platform/components/messages.tsx';
import { paths } from '../paths.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The way to the imports, and how many are under way; those to look at are waiting work. */
export function Imports({ underWay }: { readonly underWay: number }): VNode {
  return (
    <p class="govuk-body">
      <a class={LINK} href={paths.newImport}>
        Import files
      </a>
      {underWay > 0 && (
        <>
          {' · '}
          <a class={LINK} href={paths.imports}>
            {counted(underWay, 'import')} under way
          </a>
        </>
      )}
    </p>
  );
}

/** That nobody has said which area the council serves, and where it is said. */
export function AreaNotSaid(): VNode {
  return (
    <InsetText>
      <strong>Every child is “area not known”</strong>: nobody has said which area the council
      serves.{' '}
      <a class={LINK} href={paths.setUp}>
        What the records stand on
      </a>
    </InsetText>
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
        <a class={LINK} href={paths.setUp}>
          What the records stand on
        </a>{' '}
        says what is missing still, what that blocks and where it is put right.
      </p>
      <p class="govuk-body">
        To see the service with an invented council instead, stop it and start it with a new data
        folder and without <code>--empty</code>.
      </p>
    </InsetText>
  );
}
