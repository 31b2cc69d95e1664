import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { Details, InsetText } from '../../../../platform/components/messages.tsx';
import { paths } from '../../../paths.ts';
import type { Standing } from './progress.ts';

const HEADINGS: Readonly<Record<string, string>> = {
  receiving: 'Files are arriving',
  queued: 'Import waiting',
};

/** The title of the page while the import is not over. */
export function runningTitle(standing: Standing): string {
  return HEADINGS[standing.state] ?? 'Import in progress';
}

/** How often a browser without scripts asks again, in seconds. */
export const REFRESH_SECONDS = 5;

function Cancel({ importId }: { readonly importId: string }): VNode {
  return (
    <form method="post" action={paths.cancelImport(importId)}>
      <Button text="Cancel this import" kind="secondary" />
    </form>
  );
}

/** The page of an import that is not over: how far it has come, and that nobody needs to wait. */
export function RunningView(props: {
  readonly importId: string;
  readonly standing: Standing;
  /** The files that wait, when the database could be asked. */
  readonly files: readonly string[];
  readonly refreshing: boolean;
  readonly mayImport: boolean;
}): VNode {
  const { importId, standing, files, refreshing } = props;
  const here = paths.import(importId);
  const { words, done, total, state } = standing;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{runningTitle(standing)}</h1>
        <div data-import-progress={paths.importProgress(importId)} data-state={state}>
          <progress
            class="wellplaced-progress__bar"
            aria-label="Progress of the import"
            {...(total > 0 ? { max: total, value: done } : {})}
          />
          <p class="wellplaced-progress__words" data-words="">
            {words}
          </p>
          <p class="govuk-visually-hidden" role="status" data-spoken="" />
        </div>
        <p class="govuk-body" data-without-scripts="">
          {refreshing ? (
            <noscript>
              This page asks again every {REFRESH_SECONDS} seconds.{' '}
              <a class="govuk-link" href={`${here}?refresh=off`}>
                Stop asking
              </a>{' '}
              or{' '}
            </noscript>
          ) : null}
          <a class="govuk-link" href={here}>
            See how far it has come
          </a>
        </p>
        {state !== 'receiving' && (
          <InsetText>
            You can close this page and do something else: the import runs on, and{' '}
            <a class="govuk-link" href={paths.imports}>
              the list of imports
            </a>{' '}
            leads back here.
          </InsetText>
        )}
        {state === 'queued' && props.mayImport && <Cancel importId={importId} />}
        {files.length > 0 && (
          <Details summary={counted(files.length, 'file')}>
            <ul class="govuk-list govuk-list--bullet wellplaced-path">
              {files.map((path) => (
                <li key={path}>{path}</li>
              ))}
            </ul>
          </Details>
        )}
      </div>
    </div>
  );
}
