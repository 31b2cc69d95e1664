import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Random } from './random.ts';

/** How many rows the first extract has otherwise than the corrected one after it: shares of rows. */
const OTHER_COST_CENTRE = 0.012;
const PROVIDER_NAMED_OTHERWISE = 0.006;
const OTHER_RATE = 0.004;
const ENTERED_SINCE = 0.006;
const PAID_AND_WITHDRAWN = 0.003;
const MOVED_DECOM = 0.08;

type Line = readonly string[];

/** A row of costs as it was first extracted; none where it was entered since. */
function firstCost(random: Random, row: Line, centres: readonly string[]): readonly Line[] {
  const [child = '', placement = '', element = '', rate = '', ...others] = row;
  const [from = '', to = '', funder = '', provider = '', contract = '', centre = '', code = ''] =
    others;
  const line = (named: string, costCentre: string, weekly: string): readonly Line[] => [
    [child, placement, element, weekly, from, to, funder, named, contract, costCentre, code],
  ];
  const chance = random.next();
  let below = ENTERED_SINCE;
  if (chance < below) return [];
  below += OTHER_COST_CENTRE;
  if (chance < below) return line(provider, random.pick(centres), rate);
  below += PROVIDER_NAMED_OTHERWISE;
  if (chance < below) return line(`${provider} Ltd`, centre, rate);
  below += OTHER_RATE;
  if (chance < below) return line(provider, centre, (Number(rate) + 35).toFixed(2));
  return [row];
}

/** A payment as it was first extracted: a few stood twice, under a reference that was withdrawn since. */
function firstPayment(random: Random, row: Line): readonly Line[] {
  const [reference = '', ...others] = row;
  return random.chance(PAID_AND_WITHDRAWN) ? [row, [`${reference}-D`, ...others]] : [row];
}

/** The day after one of DD/MM/YYYY, within its month; undefined for the last days of one. */
function dayAfter(text: string): string | undefined {
  const day = Number(text.slice(0, 2)) + 1;
  return day > 28 ? undefined : `${String(day).padStart(2, '0')}${text.slice(2)}`;
}

/** An episode as it was first returned: the start of a few was a day late until it was corrected. */
function firstEpisode(random: Random, row: Line): readonly Line[] {
  const [child = '', decom = '', rne = '', ...others] = row;
  const later = dayAfter(decom);
  const moves = rne === 'S' && random.chance(MOVED_DECOM) && others[4] === '';
  return moves && later !== undefined ? [[child, later, rne, ...others]] : [row];
}

function firstRows(path: string, rows: readonly Line[], seed: number): readonly Line[] {
  const name = basename(path, '.csv');
  const centres = [...new Set(rows.map((row) => row[9] ?? ''))];
  return rows.flatMap((row, number) => {
    const random = new Random(seed, `first ${name}`, number);
    if (name === 'placement_costs') return firstCost(random, row, centres);
    return name === 'episodes' ? firstEpisode(random, row) : firstPayment(random, row);
  });
}

/**
 * Rewrites files that `writeCouncil` wrote (costs, payments, episodes of one return) as they would have
 * been extracted some days before, with what was corrected since: cost centres, names of providers and
 * rates that changed, starts that moved, payments that were withdrawn. Its files quote nothing, so a
 * comma parts two cells.
 */
export async function writeFirstExtract(
  folder: string,
  paths: readonly string[],
  seed: number,
): Promise<void> {
  for (const path of paths) {
    const text = await readFile(join(folder, path), 'utf8');
    const [heading = '', ...lines] = text.trimEnd().split('\n');
    const rows = firstRows(
      path,
      lines.map((line) => line.split(',')),
      seed,
    );
    const whole = [heading, ...rows.map((row) => row.join(','))].join('\n');
    await writeFile(join(folder, path), `${whole}\n`);
  }
}
