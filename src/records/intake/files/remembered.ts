const MOST_REMEMBERED = 50_000;

/**
 * Remembers what a text was read as. Files repeat the same dates, codes and names on millions of
 * rows: each is read once, and the rows that hold it share one value in memory.
 */
export function remembered<Reading>(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const own = detached(text);
    const reading = read(own);
    known.set(own, reading);
    return reading;
  };
}

/** The same text in memory of its own: a piece cut from a larger text would keep all of that alive. */
export function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
