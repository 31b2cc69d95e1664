import { WellplacedError } from '../core/errors.ts';
import { readConfiguration } from '../platform/configuration/configuration.ts';
import { auditCommand } from './audit-command.ts';
import { backupCommand } from './backup-command.ts';
import type { Command, Streams } from './command.ts';
import { councilCommand } from './council-command.ts';
import { demoCommand } from './demo-command.ts';
import { digestCommand } from './digest-command.ts';
import { distributeCommand } from './distribute-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { importCommand } from './import-command.ts';
import { migrateCommand } from './migrate-command.ts';
import { moveCommand } from './move-command.ts';
import { reportCommand } from './report-command.ts';
import { restoreCommand } from './restore-command.ts';
import { serveCommand } from './serve-command.ts';
import { workCommand } from './work-command.ts';

const COMMANDS: readonly Command[] = [
  serveCommand,
  councilCommand,
  importCommand,
  reportCommand,
  digestCommand,
  demoCommand,
  auditCommand,
  workCommand,
  doctorCommand,
  migrateCommand,
  backupCommand,
  restoreCommand,
  moveCommand,
  distributeCommand,
];

function help(): string {
  const lines = COMMANDS.map(({ usage, summary }) => `  wellplaced ${usage}\n      ${summary}`);
  return `Wellplaced: placements, costs and savings for children's services\n\n${lines.join('\n')}\n`;
}

/** Wrong words on the command line. */
function isUsageFault(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code));
}

/** Runs one command. Gives its exit code; 2 for what was refused, 70 for a fault of the program. */
export async function main(
  words: readonly string[],
  streams: Streams = { out: process.stdout, err: process.stderr },
): Promise<number> {
  const [name, ...rest] = words;
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) {
    const asked = name === undefined || ['help', '--help', '-h'].includes(name);
    (asked ? streams.out : streams.err).write(
      asked ? help() : `There is no command "${name}".\n\n${help()}`,
    );
    return asked ? 0 : 2;
  }
  try {
    return await command.run(rest, readConfiguration(process.env), streams);
  } catch (error) {
    if (error instanceof WellplacedError) {
      streams.err.write(`${error.message}\n${error.remedy}\n`);
      return 2;
    }
    if (isUsageFault(error)) {
      streams.err.write(`${error.message}\nUsage: wellplaced ${command.usage}\n`);
      return 2;
    }
    throw error;
  }
}
