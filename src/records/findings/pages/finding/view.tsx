import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import type { CaseFile } from '../../../../platform/cases/case-file.ts';
import { CaseView, panel } from '../../../../platform/cases/case-view.tsx';
import { type NamesNow, nameThen } from '../../../../platform/cases/people-then.tsx';
import type { SummaryRow } from '../../../../platform/components/summary-list.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import type { Offer } from '../../../../platform/workflow/judge.ts';
import { OfferedActions } from '../../../../platform/workflow/offers.tsx';
import { GONE_RULE } from '../../../gone/questions.ts';
import { paths } from '../../../paths.ts';
import type { PastDecision } from '../../decide-on-findings.ts';
import { verdictInWords } from '../../decision-in-words.ts';
import { cameAndWent, type FindingCase, headingOf } from '../../finding-case.ts';
import { daysStood, type ImportOfFinding } from '../../finding-imports.ts';
import { type FindingRow, kindName } from '../../finding-row.ts';
import { FINDING_WORKFLOW, type FindingAction, type FindingState } from '../../finding-workflow.ts';
import { RULE_EXPLANATIONS } from '../../rule-explanations.ts';

/** The decision with whoever mends it called as they are now. */
function asCalledNow(one: PastDecision, names: NamesNow): PastDecision {
  const { mender: name, menderId: personId } = one;
  return name === null ? one : { ...one, mender: nameThen({ personId, name }, names) };
}

/** An import by its moment, with the way to it. */
function Imported(props: { readonly one: ImportOfFinding; readonly linked: boolean }): VNode {
  const when = instantInWords(props.one.at);
  if (!props.linked) return <>The import of {when}</>;
  return (
    <a class="govuk-link" href={paths.import(props.one.importId)}>
      The import of {when}
    </a>
  );
}

function facts(
  found: FindingCase,
  { names }: CaseFile,
  { now, seesImports }: { readonly now: Date; readonly seesImports: boolean },
): readonly SummaryRow[] {
  const { about, of, history, imports } = found;
  const [latest] = history;
  const { came, went } = cameAndWent(found);
  const ids = { importId: came?.importId ?? null, resolvedImportId: went?.importId ?? null };
  const stood = daysStood(ids, imports, now);
  const decided = latest && verdictInWords(asCalledNow(latest, names));
  const explained = about === undefined ? undefined : RULE_EXPLANATIONS[about.rule];
  return [
    ...(about === undefined ? [] : [{ key: 'What was found', value: about.message }]),
    ...(of.childId === null
      ? []
      : [
          {
            key: 'Child',
            value: (
              <a class="govuk-link" href={paths.child(of.childId)}>
                {of.childId}
              </a>
            ),
          },
        ]),
    ...(about?.rule === GONE_RULE && of.childId !== null
      ? [
          {
            key: 'Its answer',
            value: (
              <a class="govuk-link" href={paths.childGone(of.childId)}>
                What became of the child
              </a>
            ),
          },
        ]
      : []),
    {
      key: 'Found since',
      value:
        came === undefined ? (
          'In the records as they are now'
        ) : (
          <Imported one={came} linked={seesImports} />
        ),
    },
    ...(stood === undefined
      ? []
      : [{ key: went === undefined ? 'Has stood' : 'Stood', value: counted(stood, 'day') }]),
    ...(went === undefined
      ? []
      : [{ key: 'Ended by', value: <Imported one={went} linked={seesImports} /> }]),
    {
      key: 'Latest decision',
      value:
        latest === undefined
          ? 'Nothing was decided.'
          : `${decided}, decided by ${nameThen({ personId: latest.personId, name: latest.decidedBy }, names)} on ${instantInWords(latest.decidedAt)}`,
    },
    ...(latest === undefined ? [] : [{ key: 'Why', value: latest.reason }]),
    ...(explained === undefined ? [] : [{ key: 'What to do', value: explained.whatToDo }]),
  ];
}

function Place(props: { readonly row: FindingRow; readonly linked: boolean }): VNode {
  const { importId, path } = props.row;
  if (importId === null || path === null) return <>Costs and placements as recorded now</>;
  if (!props.linked) return <>{path}</>;
  return (
    <a class="govuk-link" href={paths.import(importId)}>
      {path}
    </a>
  );
}

function Rows(props: { readonly found: FindingCase; readonly seesImports: boolean }): VNode {
  const { rows, imports } = props.found;
  return (
    <Table
      caption="Where it was found"
      captionSize="hidden"
      columns={[
        { key: 'place', heading: 'Where', type: 'text' },
        { key: 'kind', heading: 'Records', type: 'text' },
        { key: 'line', heading: 'Line', type: 'whole' },
        { key: 'column', heading: 'Column', type: 'text' },
        { key: 'value', heading: 'Value', type: 'text' },
        { key: 'at', heading: 'Imported on', type: 'text' },
        { key: 'resolved', heading: 'No longer found since', type: 'text' },
      ]}
      rows={rows.map((row) => {
        const came = imports.get(row.importId ?? '');
        const went = imports.get(row.resolvedImportId ?? '');
        return {
          cells: {
            place: <Place row={row} linked={props.seesImports} />,
            kind: kindName(row.kind),
            line: row.line,
            column: row.column,
            value: row.value,
            at: came === undefined ? null : <Imported one={came} linked={props.seesImports} />,
            resolved:
              went === undefined ? null : <Imported one={went} linked={props.seesImports} />,
          },
        };
      })}
      empty="It is found nowhere any more."
    />
  );
}

/** The case of one finding: what was found and where, since when, and all that people decided, wrote and attached. */
export function FindingView(props: {
  readonly found: FindingCase;
  readonly state: FindingState;
  readonly file: CaseFile;
  readonly offers: readonly Offer<FindingAction>[];
  readonly now: Date;
  readonly may: { readonly note: boolean; readonly seeImports: boolean };
}): VNode {
  const { found, state, file, offers, now, may } = props;
  const { key } = found.of;
  return (
    <CaseView
      caption="Finding"
      heading={headingOf(found)}
      state={FINDING_WORKFLOW.states[state]}
      facts={facts(found, file, { now, seesImports: may.seeImports })}
      actions={
        <>
          <OfferedActions offers={offers} href={(action) => paths.decideOnFinding(key, action)} />
          <p class="govuk-body">
            A decision holds until the finding’s facts change or it is no longer found; then it ends
            by itself.
          </p>
        </>
      }
      tabs={[
        {
          id: 'where',
          label: 'Where it was found',
          content: panel('Where it was found', <Rows found={found} seesImports={may.seeImports} />),
        },
      ]}
      file={file}
      path={paths.finding(key)}
      writes={may.note}
    />
  );
}
