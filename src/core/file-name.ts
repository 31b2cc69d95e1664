/**
 * Characters that a name must not carry: controls (category Cc), what turns, joins or hides text on a
 * screen (Cf: bidirectional marks, zero-width characters), separators of lines and paragraphs, and
 * halves of characters (Cs), which no header or database can hold.
 */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The longest name of a file or folder, in characters; a system allows 255 bytes. */
const LONGEST_NAME = 120;

/** The most folders that are kept before a name, counted from it. */
const MOST_FOLDERS = 20;

const UNNAMED = 'unnamed';

/** The name cut to its longest, with the ending by which a file is known. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST_NAME) return name;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return `${characters.slice(0, LONGEST_NAME - ending.length - 1).join('')}…${ending}`;
}

/** One name of a file or folder as it may be stored and shown anywhere: without what cannot be seen, and not too long. Empty only when it was. */
export function safeName(name: string): string {
  if (name === '') return '';
  const seen = name.normalize('NFC').replace(UNSHOWN, '').trim();
  return seen === '' ? UNNAMED : shortened(seen);
}

/** A name that somebody sent, as a path that leads nowhere but down: `2021/episodes.csv`. Empty only when nothing was sent. */
export function safePath(path: string): string {
  if (path === '') return '';
  const names = path
    .split(/[/\\]/)
    .filter((name) => name !== '')
    .map(safeName)
    .filter((name) => name !== '.' && name !== '..');
  return names.slice(-MOST_FOLDERS - 1).join('/') || UNNAMED;
}

/** A path of this machine as it may be stored and shown: each of its names safe, the way to it as it was. */
export function shownPath(path: string): string {
  return path.split('/').map(safeName).join('/');
}
