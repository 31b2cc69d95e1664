import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { dateInFigures, parseIsoDate } from '../../../../core/plain-date.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import { Select } from '../../../../platform/components/choices.tsx';
import { DownloadLinks } from '../../../../platform/components/download-links.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { Filter, type SelectedFilter } from '../../../../platform/components/filter.tsx';
import { Pagination } from '../../../../platform/components/pagination.tsx';
import { Table, type TableRow } from '../../../../platform/components/table.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import {
  type FieldProblem,
  fieldsOf,
  problemOf,
  typedValue,
} from '../../../../platform/http/form.ts';
import { REPAIR_RULES, type RepairRule } from '../../../history/repair.ts';
import { withoutWholePostcodes } from '../../../names/outward.ts';
import { paths } from '../../../paths.ts';
import { NotShown } from '../../../restrictions/not-shown.tsx';
import { kindName } from '../../files/kind-name.ts';
import type { RepairsFilter } from '../../load-repairs.ts';
import { type LoggedRepair, PAGE_SIZE, type Values } from '../../load-repairs.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';
const RULES = Object.keys(REPAIR_RULES) as RepairRule[];

/** A page of the log and how many repairs there are by rule. */
export interface RepairsPage {
  readonly repairs: readonly LoggedRepair[];
  /** Of the whole import, whatever the filters. */
  readonly byRule: ReadonlyMap<string, number>;
  /** Those that match. */
  readonly total: number;
  /** How many more are about children hidden from the reader. */
  readonly leavesOut: boolean;
}

function valueShown(value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return 'empty';
  const date = parseIsoDate(value);
  // Those who see imports see no addresses.
  return date === undefined ? withoutWholePostcodes(value) : dateInFigures(date);
}

function ValuesShown({ values }: { readonly values: Values }): VNode {
  return (
    <>
      {Object.entries(values).map(([column, value]) => (
        <div key={column}>
          {column}: {valueShown(value)}
        </div>
      ))}
    </>
  );
}

function tableRow(repair: LoggedRepair): TableRow {
  const { childId, module, recordKey, rule, before, after } = repair;
  return {
    cells: {
      child: (
        <a class={LINK} href={paths.child(childId)}>
          {childId}
        </a>
      ),
      record: (
        <>
          {kindName(module)}
          <span class="govuk-hint wellplaced-cell-note">{valueShown(recordKey)}</span>
        </>
      ),
      rule: REPAIR_RULES[rule],
      before: <ValuesShown values={before} />,
      after: <ValuesShown values={after} />,
    },
  };
}

function Rules(props: {
  readonly importId: string;
  readonly byRule: ReadonlyMap<string, number>;
}): VNode {
  return (
    <Table
      caption="The rules of history, and how often each was applied"
      captionSize="s"
      columns={[
        { key: 'rule', heading: 'Rule', type: 'text' },
        { key: 'number', heading: 'Repairs', type: 'whole' },
      ]}
      rowHeader="rule"
      rows={RULES.map((rule) => {
        const number = props.byRule.get(rule) ?? 0;
        return {
          cells: {
            rule: REPAIR_RULES[rule],
            number:
              number === 0 ? (
                0
              ) : (
                <a class={LINK} href={`${paths.repairs(props.importId)}?rule=${rule}`}>
                  {number.toLocaleString('en-GB')}
                  <span class="govuk-visually-hidden"> repairs: {REPAIR_RULES[rule]}</span>
                </a>
              ),
          },
        };
      })}
      empty=""
    />
  );
}

function selected(path: string, filter: RepairsFilter, query: URLSearchParams): SelectedFilter[] {
  const without = (name: string) =>
    addressWith(path, query, { [name]: undefined, page: undefined });
  return [
    ...(filter.rule === undefined
      ? []
      : [{ text: REPAIR_RULES[filter.rule], without: without('rule') }]),
    ...(filter.child === undefined
      ? []
      : [{ text: `Child: ${filter.child}`, without: without('child') }]),
  ];
}

function Log(props: {
  readonly importId: string;
  readonly query: URLSearchParams;
  readonly page: number;
  readonly list: RepairsPage;
}): VNode {
  const { importId, query, list } = props;
  const path = paths.repairs(importId);
  const file = (format: 'csv' | 'xlsx') =>
    addressWith(paths.repairsFile(importId, format), query, { page: undefined });
  return (
    <>
      <p class="govuk-body" role="status">
        <strong>{counted(list.total, 'repair')}</strong>
      </p>
      <NotShown some={list.leavesOut} />
      <Table
        caption="Repairs"
        captionSize="hidden"
        columns={[
          { key: 'child', heading: 'Child', type: 'text' },
          { key: 'record', heading: 'Record', type: 'text' },
          { key: 'rule', heading: 'Rule', type: 'text' },
          { key: 'before', heading: 'Before', type: 'text' },
          { key: 'after', heading: 'After', type: 'text' },
        ]}
        rowHeader="child"
        rows={list.repairs.map(tableRow)}
        empty={
          list.byRule.size === 0
            ? 'This import made no repair that was not in the log before.'
            : 'No repairs match. Take a filter away.'
        }
      />
      <Pagination
        path={path}
        query={query}
        page={props.page}
        pageSize={PAGE_SIZE}
        total={list.total}
      />
      {list.total > 0 && (
        <>
          <DownloadLinks of="the whole log" csv={file('csv')} xlsx={file('xlsx')} />
          <p class="govuk-hint">
            Files carry pseudonyms in place of the children’s identifiers, and say that a date of
            birth, a postcode or a pupil number changed without saying from what to what.
          </p>
        </>
      )}
    </>
  );
}

/** The title of the page and the words of its heading. */
export const REPAIRS_TITLE = 'Repairs made by an import';

/** The log of what the rules of history changed in one import; without a list, what is wrong with the filters. */
export function RepairsView(props: {
  readonly importId: string;
  readonly query: URLSearchParams;
  readonly filter: RepairsFilter;
  readonly page: number;
  readonly problems?: readonly FieldProblem[];
  readonly list?: RepairsPage;
}): VNode {
  const { importId, query, filter, problems, list } = props;
  const typed = fieldsOf(query);
  const path = paths.repairs(importId);
  return (
    <>
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">{REPAIRS_TITLE}</h1>
      <p class="govuk-body">
        Several returns are made into one history. Where they do not fit together, these rules
        decide, and every change is listed once: by the import that first made it.
      </p>
      {list !== undefined && <Rules importId={importId} byRule={list.byRule} />}
      <Filter label="Filter repairs" path={path} selected={selected(path, filter, query)}>
        <Select
          name="rule"
          label="Rule"
          value={typedValue(typed, 'rule')}
          problem={problemOf(problems, 'rule')}
          choices={[
            { value: '', text: 'All rules' },
            ...RULES.map((value) => ({ value, text: REPAIR_RULES[value] })),
          ]}
        />
        <TextInput
          name="child"
          label="Child’s identifier"
          value={typedValue(typed, 'child')}
          problem={problemOf(problems, 'child')}
        />
      </Filter>
      {list !== undefined && (
        <Log importId={importId} query={query} page={props.page} list={list} />
      )}
    </>
  );
}
