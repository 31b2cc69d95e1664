/** The rows of each child, in the order they came. */
export function rowsByChild<Row extends { readonly childId: string }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const byChild = new Map<string, Row[]>();
  for (const row of rows) {
    const known = byChild.get(row.childId);
    if (known === undefined) byChild.set(row.childId, [row]);
    else known.push(row);
  }
  return byChild;
}
