/**
 * Where to go after signing in: the path that was asked for when it is one of this service's own
 * pages, else the home page. An address elsewhere is never followed (open redirect), however it is
 * written: browsers read `\` as `/` and pass over tabs and line ends.
 */
export function safeReturnPath(asked: string | null | undefined): string {
  const here = 'http://service.invalid';
  if (!asked?.startsWith('/') || /[\\\p{Cc}]/u.test(asked)) return '/';
  if (!URL.canParse(asked, here)) return '/';
  const address = new URL(asked, here);
  const path = `${address.pathname}${address.search}`;
  const elsewhere = address.origin !== here || path.startsWith('//');
  return elsewhere || /^\/sign-(in|out)\b/.test(path) ? '/' : path;
}

/** The sign-in page that leads back to the path. */
export function signInPath(returnTo: string): string {
  const path = safeReturnPath(returnTo);
  return path === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ return: path })}`;
}
