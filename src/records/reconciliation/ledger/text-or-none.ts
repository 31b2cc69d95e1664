/** A column's text; null where it is empty. */
export function textOrNone(value: unknown): string | null {
  return value === null || value === '' ? null : String(value);
}
