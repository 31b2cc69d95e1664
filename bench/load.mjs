import { spawn } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { databases } from './databases.mjs';
import { measured } from './measured.mjs';
import { Results } from './results.mjs';

/** Starts a process that says a line when it is ready; `stop` lets it end and gives what it says then. */
async function started(script, environment, options = []) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [...options, path], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const said = async () => JSON.parse((await lines.next()).value);
  const ready = await said();
  return {
    ready,
    stop: async () => {
      child.stdin.end();
      return said();
    },
  };
}

function timesInWords({ p50, p95, p99 }) {
  return `50th ${p50} ms, 95th ${p95} ms, 99th ${p99} ms`;
}

/** People of all councils at once, against web processes beside each other; gives the exit code. */
export async function loadBench(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      councils: { type: 'string', default: '153' },
      large: { type: 'string', default: '10' },
      processes: { type: 'string', default: '2' },
      seconds: { type: 'string', default: '20' },
      people: { type: 'string', default: '20,100' },
      quiet: { type: 'boolean' },
      profile: { type: 'string' },
    },
  });
  const results = new Results(process.stdout);
  const database = await databases.server('load');
  const { administrator, environment, note } = database;
  const loads = () => `${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}`;
  const profile =
    values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  try {
    const size = [administrator, values.councils, values.large];
    const { councils, children, seconds } = await measured('load-councils.mjs', size, environment);
    const filled = `${children} children, six years; ${values.large} councils of 1,000, the others of 60`;
    results.line(`${councils.length} councils${note}`, 'fill', `${seconds} s`, filled);
    const webs = [];
    for (let at = 0; at < Number(values.processes); at += 1) {
      webs.push(await started('load-server.mjs', environment, profile));
    }
    const importing = values.quiet ? undefined : await started('load-import.mjs', environment);
    results.line('the machine', 'before', loads(), 'askers, server and all processes on it');
    const asked = [
      values.people.split(',').map(Number),
      Number(values.seconds),
      webs.map(({ ready }) => ready.address),
      councils,
    ].map((word) => JSON.stringify(word));
    const pages = await measured('load-pages.mjs', asked, environment);
    const imported = await importing?.stop();
    for (const { people, rate, errors, pages: each, ...times } of pages.measured) {
      const name = `${webs.length} web processes, ${people} people each`;
      const all = `${timesInWords(times)}; ${errors} errors`;
      results.line(name, 'all pages', `${rate} pages/s`, all);
      for (const { page, rate: of, ...own } of each) {
        results.line('', page, `${of} pages/s`, timesInWords(own));
      }
    }
    if (imported !== undefined) {
      const said = `of 1,000 children, one after the other, in ${imported.seconds} s meanwhile`;
      results.line('a worker beside them', 'imports', String(imported.imports), said);
    }
    for (const web of webs) {
      const { megabytes } = await web.stop();
      results.line('a web process', 'memory at most', `${megabytes} MB`, 'goal 600 MB');
    }
    results.line('the machine', 'after', loads(), 'more than the cores: it was not quiet');
  } finally {
    await database.close();
  }
  return 0;
}
