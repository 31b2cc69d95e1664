import type { Catalogue } from './catalogue.ts';
import { isGiven, unfilteredTables } from './council-filter.ts';
import {
  fieldOf,
  listOf,
  type Named,
  namedOf,
  nameOf,
  statementsOf,
  under,
} from './syntax-tree.ts';

/** Gives what in one statement a distributed database would refuse or do otherwise. */
type Rule = (statement: Named, catalogue: Catalogue) => readonly string[];

const when = (broken: boolean, sentence: string) => (broken ? [sentence] : []);

function functionsIn(value: unknown): readonly string[] {
  return under(value).flatMap(({ kind, node }) =>
    kind === 'FuncCall' ? [nameOf(listOf(node, 'funcname')).at(-1) ?? ''] : [],
  );
}

const filtered: Rule = (statement, { councilTables }) =>
  unfilteredTables(statement, councilTables).map((table) => `${table} without authority_id = $n`);

const inserted: Rule = (statement, { councilTables }) =>
  [statement, ...under(statement.node)].flatMap(({ kind, node }) => {
    if (kind !== 'InsertStmt') return [];
    const table = `${fieldOf(node, 'relation')?.relname}`;
    if (!councilTables.has(table)) return [];
    const rows = namedOf(node.selectStmt).flatMap((each) => listOf(each.node, 'valuesLists'));
    const [column] = listOf(node, 'cols').flatMap(namedOf);
    const councils = rows.flatMap(namedOf).map((row) => listOf(row.node, 'items')[0]);
    return [
      ...when(rows.length === 0, `rows into ${table} by a query, not by VALUES`),
      ...when(
        column?.node.name !== 'authority_id' || !councils.every(isGiven),
        `rows into ${table} that do not begin with the council, given`,
      ),
    ];
  });

const changing: Rule = (statement, { councilTables, immutable }) =>
  [statement, ...under(statement.node)].flatMap(({ kind, node }) => {
    const conflict = kind === 'InsertStmt' ? fieldOf(node, 'onConflictClause') : undefined;
    const changed = ['UpdateStmt', 'DeleteStmt'].includes(kind) ? node : conflict;
    if (changed === undefined || !councilTables.has(`${fieldOf(node, 'relation')?.relname}`)) {
      return [];
    }
    const moving = functionsIn(changed).filter((name) => !immutable.has(name));
    if (under(changed).some((each) => each.kind === 'SQLValueFunction')) moving.push('current_…');
    return moving.map((name) => `${name}() in a change: compute the value in the program`);
  });

const settings: Rule = (statement) => [
  ...when(functionsIn(statement.node).includes('set_config'), 'set_config reaches no other node'),
  ...when(statement.kind === 'MergeStmt', 'MERGE'),
  ...when(statement.kind === 'ConstraintsSetStmt', 'SET CONSTRAINTS'),
  ...when(
    statement.kind === 'VariableSetStmt' &&
      statement.node.kind !== 'VAR_SET_MULTI' &&
      statement.node.is_local !== true,
    'SET that outlives its transaction',
  ),
];

const locks: Rule = ({ node }) => {
  const locking = functionsIn(node).filter((name) => /^pg_(try_)?advisory/.test(name));
  const alone =
    listOf(node, 'targetList').length === 1 && !('fromClause' in node) && !('whereClause' in node);
  return [
    ...when(locking.length > 0 && !alone, 'an advisory lock beside something else'),
    ...when(
      locking.some((name) => name.includes('_xact_')),
      'an advisory lock of a transaction',
    ),
  ];
};

const order: Rule = ({ node }, { identities }) =>
  under(node)
    .filter(({ kind }) => kind === 'SortBy')
    .flatMap(({ node: by }) => namedOf(by.node))
    .flatMap(({ kind, node: column }) =>
      kind === 'ColumnRef' ? nameOf(listOf(column, 'fields')).slice(-1) : [],
    )
    .filter((column) => identities.has(column))
    .map((column) => `order by ${column}, which each node numbers by itself`);

const schema: Rule = ({ kind, node }) => {
  if (kind === 'CreateTrigStmt') return when(node.row !== true, 'a trigger for each statement');
  if (kind === 'CreatePolicyStmt') {
    return when(
      under(node).some((each) => each.kind === 'SubLink'),
      'a policy with a subquery',
    );
  }
  if (kind !== 'AlterTableStmt') return [];
  const constraints = under(node).filter(
    (each) =>
      each.kind === 'Constraint' &&
      /CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUSION/.test(`${each.node.contype}`),
  );
  return when(constraints.length > 1, 'several constraints in one ALTER');
};

const RULES: readonly Rule[] = [filtered, inserted, changing, settings, locks, order, schema];

/** What in a text breaks the rules of docs/scale.md, one sentence each; empty when all is well. */
export function brokenGrowthRules(text: string, catalogue: Catalogue): readonly string[] {
  return statementsOf(text).flatMap((statement) =>
    RULES.flatMap((rule) => rule(statement, catalogue)),
  );
}
