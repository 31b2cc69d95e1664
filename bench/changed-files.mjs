import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What of a row another extract says otherwise, by the file it stands in. */
const CHANGES = {
  'placement_costs.csv': {
    column: 'weekly_rate',
    otherwise: (pounds) => (Number(pounds) + 1).toFixed(2),
  },
  'payments.csv': { column: 'gross', otherwise: (pounds) => (Number(pounds) + 1).toFixed(2) },
  'episodes.csv': { column: 'CIN', otherwise: (code) => (code === 'N1' ? 'N2' : 'N1') },
  'reviews.csv': { column: 'REVIEW_CODE', otherwise: (code) => (code === 'PN1' ? 'PN2' : 'PN1') },
  'children_names.csv': { column: 'family_name', otherwise: (name) => `${name}-Lane` },
};

/** Has one row in `every` of the council's large files say otherwise, another one each week; gives how many. */
export async function changeFiles(folder, week, every) {
  let changed = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const change = CHANGES[basename(entry.name).replace(/_\d{4}-\d{2}/, '')];
    if (change === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const [header, ...rows] = (await readFile(path, 'utf8')).trimEnd().split(/\r?\n/);
    const at = header.split(',').indexOf(change.column);
    if (at < 0) throw new Error(`${path} has no column ${change.column}`);
    const written = rows.map((row, number) => {
      const cells = row.split(',');
      // A cell in quotation marks may hold a comma, and would be cut.
      if (number % every !== week % every || row.includes('"')) return row;
      changed += 1;
      cells[at] = change.otherwise(cells[at]);
      return cells.join(',');
    });
    await writeFile(path, `${[header, ...written].join('\n')}\n`);
  }
  return changed;
}
