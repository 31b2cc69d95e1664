import type { VNode } from 'preact';
import { counted, oneOrMore } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { InsetText, Tag, WarningText } from '../../../../platform/components/messages.tsx';
import { SummaryList } from '../../../../platform/components/summary-list.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { ruleName } from '../../../findings/rule-explanations.ts';
import { SeverityTag } from '../../../findings/severity-tag.tsx';
import { paths } from '../../../paths.ts';
import { STATUS_WORDS } from '../../import-in-words.ts';
import type { Outcome } from '../../load-outcome.ts';
import { CountMeanings, CountTiles, totalsOf } from './counts.tsx';
import { FilesTable } from './files-table.tsx';
import { LargeChange } from './large-change.tsx';
import { RefusedFiles } from './refused-files.tsx';
import { RejectedRows } from './rejected-rows.tsx';
import { LinkOutcome, Turning, TurnOutcome, turnedInWords } from './turned.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The outcome as one reader sees it. */
export interface ShownOutcome extends Outcome {
  /** Whether the reader may import, and so is offered to. */
  readonly mayImport: boolean;
}

/** The title of the page once the import is over: what became of it. */
export function outcomeTitle({ one, files, held }: Outcome): string {
  if (one.turns !== null && one.status === 'complete') {
    return turnedInWords(one.turns);
  }
  if (one.links !== null) {
    return one.status === 'complete' ? 'Identifiers linked' : 'Identifiers not linked';
  }
  if (one.largeChange !== null && held.length > 0) return 'Import waits for your word';
  if (one.status !== 'complete') return `Import ${STATUS_WORDS[one.status].text.toLowerCase()}`;
  if (files.some((file) => file.problem !== null)) {
    return 'Import complete, some files refused';
  }
  return totalsOf(files).rejected > 0 ? 'Import complete, some rows rejected' : 'Import complete';
}

function Stopped({ one, held, mayImport }: ShownOutcome): VNode | null {
  if (one.problem === null) return null;
  if (one.largeChange !== null) {
    const mayDecide = mayImport && held.length > 0;
    const { importId, problem, largeChange: changes } = one;
    const isHeld = held.length > 0;
    return <LargeChange {...{ importId, problem, changes, mayDecide, isHeld }} />;
  }
  if (!mayImport) return <WarningText text={one.problem} />;
  return (
    <>
      <WarningText text={one.problem} />
      {one.status === 'interrupted' && held.length > 0 ? (
        <form method="post" action={paths.importAgain(one.importId)}>
          <Button text="Import the same files again" />
        </form>
      ) : (
        one.origin !== 'page' && (
          <Button text="Import files" href={paths.newImport} kind="secondary" />
        )
      )}
    </>
  );
}

function Findings({ rules, settled, one }: Outcome): VNode {
  return (
    <div id="findings">
      <Table
        caption="New findings, by rule"
        columns={[
          { key: 'severity', heading: 'Severity', type: 'text' },
          { key: 'rule', heading: 'Rule', type: 'text' },
          { key: 'count', heading: 'Findings', type: 'whole' },
          { key: 'example', heading: 'For example', type: 'text' },
        ]}
        rowHeader="rule"
        rows={rules.map(({ severity, rule, count, example }) => ({
          cells: {
            count,
            severity: <SeverityTag severity={severity} />,
            example,
            rule: (
              <a class={LINK} href={paths.findingsOf(rule)}>
                {ruleName(rule)}
              </a>
            ),
          },
        }))}
        empty={
          one.status === 'complete'
            ? 'Nothing was found that was not known before.'
            : 'Nothing was looked at.'
        }
      />
      {settled > 0 && (
        <p class="govuk-body">
          {counted(settled, 'finding')} of earlier imports {oneOrMore(settled, 'is', 'are')} settled
          by this one.
        </p>
      )}
    </div>
  );
}

function Audit({ one, files }: Outcome): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">About this import</h2>
      <SummaryList
        rows={[
          { key: 'Asked for', value: instantInWords(one.requestedAt) },
          ...(one.finishedAt === null
            ? []
            : [{ key: 'Finished', value: instantInWords(one.finishedAt) }]),
          { key: 'By', value: one.requestedBy },
          { key: 'Reason', value: one.reason },
          { key: 'Through', value: one.origin },
          { key: 'Status', value: <Tag {...STATUS_WORDS[one.status]} /> },
        ]}
      />
      {files.length > 0 && (
        <Table
          caption="Files as received"
          columns={[
            { key: 'path', heading: 'File', type: 'text' },
            { key: 'bytes', heading: 'Bytes', type: 'whole' },
            { key: 'sha256', heading: 'Fingerprint (SHA-256)', type: 'text' },
          ]}
          rowHeader="path"
          rows={files.map(({ path, bytes, sha256 }) => ({
            cells: {
              path: <span class="wellplaced-path">{path}</span>,
              bytes,
              sha256: <span class="wellplaced-fingerprint">{sha256}</span>,
            },
          }))}
          empty=""
          tall={files.length > 30}
        />
      )}
    </>
  );
}

function ChangedNothing({ one, files }: Outcome): VNode | null {
  if (one.sameAs !== null) {
    return (
      <InsetText>
        These files are, byte for byte, those of{' '}
        <a class={LINK} href={paths.import(one.sameAs)}>
          the import before
        </a>
        , made the same day. They were not read again, and nothing changed. The counts below are
        those of then.
      </InsetText>
    );
  }
  const { rows, added, changed, withdrawn, rejected } = totalsOf(files);
  if (one.status !== 'complete' || rows === 0) return null;
  if (added + changed + withdrawn + rejected > 0) return null;
  return (
    <InsetText>Everything in these files was held already: this import changed nothing.</InsetText>
  );
}

/** The page of an import that is over: what it took, what it turned away and why, and who asked for it. */
export function OutcomeView(outcome: ShownOutcome): VNode {
  const { one, files, repairs, revision } = outcome;
  const { importId } = one;
  const reason = `corrected rows of the import of ${instantInWords(one.requestedAt)}`;
  return (
    <>
      <span class="wellplaced-caption">{instantInWords(one.requestedAt)}</span>
      <h1 class="govuk-heading-l">{outcomeTitle(outcome)}</h1>
      <Stopped {...outcome} />
      <TurnOutcome one={one} />
      <LinkOutcome one={one} />
      <ChangedNothing {...outcome} />
      {files.length > 0 && <CountTiles importId={importId} files={files} />}
      {revision !== undefined && (
        <p class="govuk-body">
          <a class={LINK} href={paths.whatChangedBetween(revision - 1, revision)}>
            What this import changed
          </a>
          , record by record and in children, nights and pounds.
        </p>
      )}
      {repairs > 0 && (
        <p class="govuk-body">
          <a class={LINK} href={paths.repairs(importId)}>
            See {counted(repairs, 'repair')}
          </a>{' '}
          that the rules of history made, with before and after.
        </p>
      )}
      <RefusedFiles {...outcome} importId={importId} />
      <FilesTable importId={importId} files={files} />
      <RejectedRows {...outcome} importId={importId} reason={reason} />
      {files.length > 0 && <Findings {...outcome} />}
      {files.length > 0 && <CountMeanings />}
      <Audit {...outcome} />
      <Turning one={one} mayImport={outcome.mayImport} />
    </>
  );
}
