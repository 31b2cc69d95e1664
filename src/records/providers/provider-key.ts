/**
 * By what a provider is told from others: its name as the costs have it, in small letters, without
 * marks and spaces, “&” as “and” and “Limited” as “Ltd”. No other two names are taken for one.
 */
export function providerKey(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’`]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(^| )limited$/, '$1ltd');
  return words === '' ? '-' : words.replaceAll(' ', '-');
}
