/** The addresses of the API itself. */
export const apiPaths = {
  /** Its documentation, a page. */
  documentation: '/api',
  /** What every address of its first version begins with. */
  first: '/api/v1',
  /** Its document as a file, for who is signed in. */
  file: '/api/openapi.json',
} as const;

/** Whether an address is of the API, where programs ask and no page is answered. */
export function isOfApi(url: string): boolean {
  return url.startsWith(`${apiPaths.first}/`);
}
