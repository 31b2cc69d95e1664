import type { VNode } from 'preact';
import { inFigures } from '../../../../core/english.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import { Table, type TableRow } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import { CHANGE_KIND_WORDS, CHANGE_KINDS, type ChangeKind } from '../../change-kind.ts';
import { countOf } from '../../change-sums.ts';
import { CHANGED_TABLES } from '../../records-called.ts';
import { AMOUNTS, sumOf } from './amounts.ts';
import type { FoundChanges } from './found-changes.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The same by kind of record; each figure leads to its rows. */
export function SumsTable(props: {
  readonly loaded: FoundChanges;
  readonly query: URLSearchParams;
}): VNode | null {
  const { sums, childrenOf } = props.loaded.sums;
  const rows = CHANGED_TABLES.flatMap(({ value: table, text }): TableRow[] => {
    const of = sums.filter((sum) => sum.table === table);
    if (of.length === 0) return [];
    const address = (kind: ChangeKind | undefined) =>
      addressWith(paths.whatChanged, props.query, { records: table, kind, page: undefined });
    const counts = CHANGE_KINDS.map((kind) => {
      const count = countOf(of, { kind });
      const cell = (
        <a class={LINK} href={address(kind)}>
          {inFigures(count)}
          <span class="govuk-visually-hidden">
            {' '}
            {text}: {CHANGE_KIND_WORDS[kind].text}
          </span>
        </a>
      );
      return [kind, count === 0 ? 0 : cell] as const;
    });
    const inMoney = AMOUNTS.some(([name]) => name === table);
    return [
      {
        cells: {
          ...Object.fromEntries(counts),
          records: (
            <a class={LINK} href={address(undefined)}>
              {text}
            </a>
          ),
          children: childrenOf.get(table) ?? 0,
          nights: table === 'episode' ? sumOf(of, 'nightsAfter') - sumOf(of, 'nightsBefore') : null,
          before: inMoney ? sumOf(of, 'penceBefore') : null,
          after: inMoney ? sumOf(of, 'penceAfter') : null,
        },
      },
    ];
  });
  if (rows.length === 0) return null;
  const shown = CHANGE_KINDS.filter((kind) => countOf(sums, { kind }) > 0);
  return (
    <Table
      caption="By kind of record"
      columns={[
        { key: 'records', heading: 'Records', type: 'text' },
        ...shown.map(
          (kind) => ({ key: kind, heading: CHANGE_KIND_WORDS[kind].text, type: 'whole' }) as const,
        ),
        { key: 'children', heading: 'Children concerned', type: 'whole' },
        { key: 'nights', heading: 'Nights, more or fewer', type: 'whole' },
        { key: 'before', heading: 'Amounts before', type: 'money' },
        { key: 'after', heading: 'Amounts after', type: 'money' },
      ]}
      rowHeader="records"
      rows={rows}
      empty=""
    />
  );
}
