/** The form in which column names are compared: trimmed, upper case, with underscores for spaces and hyphens. */
export function canonicalHeader(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .trim()
    .toUpperCase()
    .replace(/[\s_-]+/g, '_');
}
