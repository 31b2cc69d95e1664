import pg from 'pg';

const NEEDS_ESCAPES = /['\\]/;

/** A value as PostgreSQL's client quotes it. The client goes through every letter; nearly no value holds one that asks for it. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  const text = String(value);
  return NEEDS_ESCAPES.test(text) ? pg.escapeLiteral(text) : `'${text}'`;
}

interface Pieces {
  readonly sql: string;
  /** The statement between its parameters, one piece more than there are of these. */
  readonly texts: readonly string[];
  /** Which parameter, counted from nought, follows each piece but the last. */
  readonly positions: readonly number[];
}

function piecesOf(sql: string): Pieces {
  const [first = '', ...rest] = sql.split(/\$(\d+)/);
  return {
    sql,
    texts: [first, ...rest.filter((_, at) => at % 2 === 1)],
    positions: rest.filter((_, at) => at % 2 === 0).map((position) => Number(position) - 1),
  };
}

/**
 * Writes values into statements, of which the same comes many times in a row: some thousands of
 * values each time. Undefined when a value is not text, a number, a truth value or nothing.
 */
export function literalWriter(): (
  sql: string,
  parameters: readonly unknown[],
) => string | undefined {
  let last: Pieces | undefined;
  return (sql, parameters) => {
    if (parameters.some((value) => typeof value === 'object' && value !== null)) return undefined;
    if (last?.sql !== sql) last = piecesOf(sql);
    const literals = parameters.map(literal);
    const { texts, positions } = last;
    const written = positions.map((position, at) => `${texts[at]}${literals[position] ?? 'null'}`);
    return `${written.join('')}${texts.at(-1)}`;
  };
}
