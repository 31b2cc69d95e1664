import { loadModule, parseSync } from 'libpg-query';

/** One node of PostgreSQL's own syntax tree: its fields by name, as the parser gives them. */
export type Node = Readonly<Record<string, unknown>>;

/** A node with the name of its kind. */
export interface Named {
  readonly kind: string;
  readonly node: Node;
}

/** Loads the parser; to be awaited once, before anything is parsed. */
export const parserLoaded: Promise<unknown> = loadModule();

/** The statements of a text. Throws what PostgreSQL says when it cannot be read. */
export function statementsOf(text: string): readonly Named[] {
  const { stmts = [] } = parseSync(text);
  return stmts.flatMap(({ stmt }) => namedOf(stmt));
}

/** A wrapped node, `{ SelectStmt: { … } }`, by its kind; none for anything else. */
export function namedOf(value: unknown): readonly Named[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([kind, node]) => /^[A-Z]/.test(kind) && isNode(node))
    .map(([kind, node]) => ({ kind, node }));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that holds one node without its kind, such as `relation`. */
export function fieldOf(node: Node, field: string): Node | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

/** A field that holds a list. */
export function listOf(node: Node, field: string): readonly unknown[] {
  const value = node[field];
  return Array.isArray(value) ? value : [];
}

/** Every named node under a value, the value's own first; stops below where `enter` says false. */
export function under(value: unknown, enter: (named: Named) => boolean = () => true): Named[] {
  if (Array.isArray(value)) return value.flatMap((each) => under(each, enter));
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([kind, inner]) => {
    if (!/^[A-Z]/.test(kind) || !isNode(inner)) return under(inner, enter);
    const named = { kind, node: inner };
    return enter(named) ? [named, ...under(inner, enter)] : [named];
  });
}

/** The parts of a name: `['child', 'authority_id']`. */
export function nameOf(parts: readonly unknown[]): readonly string[] {
  return parts
    .flatMap(namedOf)
    .flatMap(({ kind, node }) => (kind === 'String' ? [`${node.sval}`] : []));
}
