import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { WellplacedError } from '../core/errors.ts';
import { checkSize, sourcesAt } from '../records/intake/imports/disk-source.ts';
import { exitCodeOf, type ImportOutcome } from '../records/intake/imports/import-outcome.ts';
import { ProgressBoard } from '../records/intake/imports/import-progress.ts';
import { type ImportOrders, registerImport } from '../records/intake/imports/import-register.ts';
import { importSources, openReader } from '../records/intake/imports/import-sources.ts';
import { firstQuestions } from '../records/intake/imports/look-at-files.ts';
import { READING_LIMITS } from '../records/intake/reading/limits.ts';
import { councilToFill } from '../web/chosen-council.ts';
import { withHouse } from '../web/house.ts';
import type { Command } from './command.ts';
import { holdHeapGrowth } from './hold-heap-growth.ts';
import { importInWords } from './import-in-words.ts';

/** What `--json` prints of an import. */
function asJson({ files, findings, sameAs }: ImportOutcome): string {
  return `${JSON.stringify({ files, findings, sameAs }, null, 2)}\n`;
}

/** What the command line says of the files beside where they are. */
function ordersOf(values: {
  readonly whole?: boolean | undefined;
  readonly changes?: boolean | undefined;
  readonly 'accept-large-change'?: boolean | undefined;
}): ImportOrders {
  if (values.whole === true && values.changes === true) {
    throw new WellplacedError(
      'whole-or-changes',
      'The files cannot be both whole and changes only.',
      'Say --whole, or --changes, or neither: then each file stands for what its kind usually does.',
    );
  }
  const extent = values.whole === true ? 'whole' : values.changes === true ? 'changes' : undefined;
  return { extent, acceptsLargeChange: values['accept-large-change'] };
}

/** `wellplaced import PATH...`: exit code 0 all taken, 1 some rows rejected, 2 a file refused. */
export const importCommand: Command = {
  name: 'import',
  usage: 'import PATH... [--authority CODE] [--whole | --changes] [--accept-large-change] [--json]',
  summary:
    'Takes in returns, cost records, payments, budgets, the general ledger and directories, files or folders.',
  async run(words, configuration, { out }) {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        authority: { type: 'string' },
        json: { type: 'boolean' },
        whole: { type: 'boolean' },
        changes: { type: 'boolean' },
        'accept-large-change': { type: 'boolean' },
      },
    });
    const orders = ordersOf(values);
    if (positionals.length === 0) {
      throw new WellplacedError(
        'nothing-to-import',
        'No file or folder was named.',
        'Name at least one: wellplaced import PATH...',
      );
    }
    holdHeapGrowth();
    const sources = (await Promise.all(positionals.map(sourcesAt))).flat();
    checkSize(sources);
    const readingLimits = { ...READING_LIMITS, rows: configuration.mostRows };
    // The files are looked at while the database opens; saved mappings, if there are any, want another look.
    const reader = openReader({ readingLimits });
    reader.expect(firstQuestions(sources, []));
    return withHouse(configuration, async (house) => {
      const authority = await councilToFill(house, values.authority);
      const acting = {
        authority,
        actor: userInfo().username,
        reason: `import of ${positionals.join(', ')}`,
      };
      const importId = await registerImport(house, acting, 'command line', 'running', orders);
      const desk = { ...house, board: new ProgressBoard(house.ground, house.now), readingLimits };
      const outcome = await importSources(desk, acting, importId, sources, {
        reader,
        ...orders,
      });
      out.write(values.json ? asJson(outcome) : importInWords(outcome));
      return exitCodeOf(outcome);
    }).finally(() => reader.close());
  },
};
