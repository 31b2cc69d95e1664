import { fieldOf, listOf, type Named, type Node, namedOf, nameOf, under } from './syntax-tree.ts';

/** A table named in a query, under the name by which the query speaks of it. */
interface TableNamed {
  readonly table: string;
  readonly as: string;
}

const QUERIES = ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt'];
const isQuery = ({ kind }: Named) => QUERIES.includes(kind);

function tableOf(node: Node): TableNamed {
  const table = `${node.schemaname ? `${node.schemaname}.` : ''}${node.relname}`;
  const alias = fieldOf(node, 'alias');
  return { table, as: `${alias?.aliasname ?? node.relname}` };
}

/** The tables and the conditions of joins in a `from` clause; queries within it are judged by themselves. */
function inFrom(items: readonly unknown[]): { tables: TableNamed[]; conditions: unknown[] } {
  const found = under(items, (named) => !isQuery(named));
  return {
    tables: found.flatMap(({ kind, node }) => (kind === 'RangeVar' ? [tableOf(node)] : [])),
    conditions: found.flatMap(({ kind, node }) => (kind === 'JoinExpr' ? [node.quals] : [])),
  };
}

/** What must all hold for the condition to hold. */
function conjuncts(condition: unknown): readonly Named[] {
  return namedOf(condition).flatMap((named) => {
    const all = named.kind === 'BoolExpr' && named.node.boolop === 'AND_EXPR';
    return all ? listOf(named.node, 'args').flatMap(conjuncts) : [named];
  });
}

/** Whether a value is given from outside: a parameter, or written out. */
export function isGiven(value: unknown): boolean {
  return namedOf(value).some(
    ({ kind, node }) =>
      ['ParamRef', 'A_Const'].includes(kind) || (kind === 'TypeCast' && isGiven(node.arg)),
  );
}

/** The table whose council a condition gives: its name, '' when the column stands alone, or undefined. */
function councilGiven({ kind, node }: Named): string | undefined {
  if (kind !== 'A_Expr' || node.kind !== 'AEXPR_OP' || nameOf(listOf(node, 'name'))[0] !== '=') {
    return undefined;
  }
  for (const [column, value] of [
    [node.lexpr, node.rexpr],
    [node.rexpr, node.lexpr],
  ]) {
    const [reference] = namedOf(column);
    if (reference?.kind !== 'ColumnRef' || !isGiven(value)) continue;
    const name = nameOf(listOf(reference.node, 'fields'));
    if (name.at(-1) === 'authority_id') return name.length > 1 ? name.at(-2) : '';
  }
  return undefined;
}

/** The council tables of one query, without those inside it, of which it does not say the council. */
function unfilteredIn(node: Node, councils: ReadonlySet<string>, others: ReadonlySet<string>) {
  const target = fieldOf(node, 'relation');
  const from = inFrom([...listOf(node, 'fromClause'), ...listOf(node, 'usingClause')]);
  const tables = [...(target === undefined ? [] : [tableOf(target)]), ...from.tables];
  const given = [node.whereClause, ...from.conditions].flatMap(conjuncts).map(councilGiven);
  return tables
    .filter(({ table }) => councils.has(table) && !others.has(table))
    .filter(({ as }) => !given.includes(as) && !(tables.length === 1 && given.includes('')))
    .map(({ table, as }) => (table === as ? table : `${table} as ${as}`));
}

/**
 * The council tables that a statement reads or changes without `authority_id = $n` of that very table,
 * in whichever query within it. `others` are names that a `with` has given to something else.
 */
export function unfilteredTables(
  { kind, node }: Named,
  councils: ReadonlySet<string>,
  others: ReadonlySet<string> = new Set(),
): readonly string[] {
  const expressions = listOf(fieldOf(node, 'withClause') ?? {}, 'ctes').flatMap(namedOf);
  const known = new Set([...others, ...expressions.map((each) => `${each.node.ctename}`)]);
  const sides = [fieldOf(node, 'larg'), fieldOf(node, 'rarg')].filter((side) => side !== undefined);
  const { larg: _left, rarg: _right, ...rest } = node;
  const within = under(Object.values(rest), (named) => !isQuery(named)).filter(isQuery);
  return [
    ...(isQuery({ kind, node }) && kind !== 'InsertStmt'
      ? unfilteredIn(node, councils, known)
      : []),
    ...sides.flatMap((side) => unfilteredTables({ kind, node: side }, councils, known)),
    ...within.flatMap((inner) => unfilteredTables(inner, councils, known)),
  ];
}
