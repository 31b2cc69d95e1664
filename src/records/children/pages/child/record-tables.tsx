import type { VNode } from 'preact';
import { Table } from '../../../../platform/components/table.tsx';
import { REPAIR_RULES } from '../../../history/repair.ts';
import { withoutWholePostcodes } from '../../../names/outward.ts';
import { paths } from '../../../paths.ts';
import type { ChildRecord, May } from '../../child-record.ts';
import { coded } from './words.ts';

const FROM = { key: 'from', heading: 'From', type: 'date' } as const;
const UNTIL = { key: 'until', heading: 'Until', type: 'date' } as const;

/** When the child was missing or away, the latest first. */
export function MissingTable({ record }: { readonly record: ChildRecord }): VNode {
  return (
    <Table
      caption="Missing episodes"
      columns={[FROM, UNTIL, { key: 'kind', heading: 'Kind', type: 'text' }]}
      rows={record.missing.map(({ start, end, kind }) => ({
        cells: { from: start, until: end ?? 'Not yet found', kind: coded('missing', kind) },
      }))}
      empty="No missing episode is recorded."
    />
  );
}

/** Who the child's social workers were, the latest first. */
export function SocialWorkersTable({ record }: { readonly record: ChildRecord }): VNode {
  return (
    <Table
      caption="Social workers"
      columns={[
        FROM,
        UNTIL,
        { key: 'worker', heading: 'Social worker', type: 'text' },
        { key: 'reason', heading: 'Why it changed', type: 'text' },
      ]}
      rows={record.socialWorkers.map(({ start, end, socialWorker, reason }) => ({
        cells: {
          from: start,
          until: end ?? 'Now',
          worker: socialWorker,
          reason: coded('socialWorkerChange', reason),
        },
      }))}
      empty="No social worker is recorded."
    />
  );
}

function Values(props: {
  readonly values: Readonly<Record<string, string | null>>;
  readonly seesAddresses: boolean;
}): VNode {
  const shown = (value: string) => (props.seesAddresses ? value : withoutWholePostcodes(value));
  return (
    <>
      {Object.entries(props.values).map(([column, value]) => (
        <div key={column}>
          {column}: {value === null ? 'empty' : shown(value)}
        </div>
      ))}
    </>
  );
}

function ruleInWords(rule: string): string {
  return REPAIR_RULES[rule as keyof typeof REPAIR_RULES] ?? rule;
}

/** What the history rules changed of what was reported, before and after. */
export function RepairsTable(props: { readonly record: ChildRecord; readonly may: May }): VNode {
  const { record, may } = props;
  const seesAddresses = may('see names and addresses of children');
  return (
    <Table
      caption="Repairs made to these records"
      columns={[
        { key: 'rule', heading: 'What was done', type: 'text' },
        { key: 'record', heading: 'Record', type: 'text' },
        { key: 'before', heading: 'Before', type: 'text' },
        { key: 'after', heading: 'After', type: 'text' },
        ...(may('see imports')
          ? [{ key: 'import', heading: 'Import', type: 'text' } as const]
          : []),
      ]}
      rows={record.repairs.map((repair) => ({
        cells: {
          rule: ruleInWords(repair.rule),
          record: `${repair.module.replaceAll('_', ' ')} ${repair.recordKey}`,
          before: <Values values={repair.before} seesAddresses={seesAddresses} />,
          after: <Values values={repair.after} seesAddresses={seesAddresses} />,
          import: (
            <a class="govuk-link" href={paths.repairs(repair.importId)}>
              Repairs<span class="govuk-visually-hidden"> of this import</span>
            </a>
          ),
        },
      }))}
      empty="Nothing was repaired."
    />
  );
}
