import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import { parseIsoDate, todayIn } from '../core/plain-date.ts';
import { generateCouncil } from '../records/demonstration/generate-council.ts';
import { writeCouncil } from '../records/demonstration/write-council.ts';
import type { Command } from './command.ts';

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new WellplacedError(
    'bad-option',
    `--${name} is "${text}".`,
    `Give a whole number of at least ${least}.`,
  );
}

/** `wellplaced demo`: writes an invented council as the files that a real one would have. */
export const demoCommand: Command = {
  name: 'demo',
  usage: 'demo --out DIR [--seed N] [--children N] [--years N] [--as-of YYYY-MM-DD]',
  summary: 'Writes the files of an invented council, the same for the same numbers.',
  async run(words, configuration, { out }) {
    const { values } = parseArgs({
      args: [...words],
      options: {
        out: { type: 'string' },
        seed: { type: 'string', default: '1' },
        children: { type: 'string', default: '1040' },
        years: { type: 'string', default: '6' },
        'as-of': { type: 'string' },
      },
    });
    if (values.out === undefined) {
      throw new WellplacedError('no-folder', 'No folder was named.', 'Name one with --out DIR.');
    }
    const asOf = values['as-of'] ?? todayIn(configuration.timeZone);
    const day = parseIsoDate(asOf);
    if (day === undefined) {
      throw new WellplacedError('bad-option', `--as-of is "${asOf}".`, 'Give a day as YYYY-MM-DD.');
    }
    const council = generateCouncil({
      seed: wholeNumber('seed', values.seed, 0),
      children: wholeNumber('children', values.children, 1),
      years: wholeNumber('years', values.years, 1),
      asOf: day,
    });
    for (const { path, lines } of await writeCouncil(council, values.out)) {
      out.write(`${path}: ${lines} lines\n`);
    }
    out.write(
      `\nTo import them:\n  wellplaced council ${council.code} --name "${council.name}" --area ${council.onsCode}\n` +
        `  wellplaced import ${values.out} --authority ${council.code}\n`,
    );
    return 0;
  },
};
