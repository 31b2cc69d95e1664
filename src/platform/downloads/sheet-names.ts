const LONGEST = 31;

/** The words of a title that fit a sheet’s name, which may not hold some signs nor more than 31 characters. */
function fitting(title: string, room: number): string {
  const words = title
    .replace(/[\\/?*[\]:']/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  let name = words.shift()?.slice(0, room) ?? 'Table';
  for (const word of words) {
    if (name.length + 1 + word.length > room) break;
    name = `${name} ${word}`;
  }
  return name;
}

/** Names for the sheets of so many titles, in order: whole words of each, and a number where two come to the same, for a spreadsheet tells capitals from small letters as little as a reader does. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    let name = fitting(title, LONGEST);
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const suffix = ` ${number}`;
      name = `${fitting(title, LONGEST - suffix.length)}${suffix}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
