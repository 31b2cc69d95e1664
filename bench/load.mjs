import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { councilsOfEngland } from './councils-of-england.mjs';
import { databases } from './databases.mjs';
import { measured } from './measured.mjs';
import { Results } from './results.mjs';

/** Starts one web process for a council; `stop` gives the most memory it came to. */
async function webProcess(authority, environment) {
  const script = fileURLToPath(new URL('load-server.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, authority], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const said = async () => JSON.parse((await lines.next()).value);
  const { address } = await said();
  return {
    address,
    stop: async () => {
      child.stdin.end();
      return (await said()).megabytes;
    },
  };
}

/** Many councils on one server, and the pages of one of them under load; gives the exit code. */
export async function loadBench(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      councils: { type: 'string', default: '153' },
      children: { type: 'string', default: '82000' },
    },
  });
  const results = new Results(process.stdout);
  const size = [values.councils, values.children];
  const database = await databases.server('load');
  const { environment, note } = database;
  try {
    const filled = await measured('load-councils.mjs', size, environment);
    const stored = `${filled.children} children looked after, six years; ${filled.rows} rows read`;
    results.line(`${filled.councils} councils${note}`, 'fill', `${filled.seconds} s`, stored);
    const councils = councilsOfEngland(...size.map(Number));
    for (const share of [0.5, 0.99]) {
      const { code, children } = councils[Math.floor((councils.length - 1) * share)];
      const web = await webProcess(code, environment);
      const pages = await measured('load-pages.mjs', [code, web.address], environment);
      const name = `council of ${children}`;
      for (const { page, people, rate, p50, p95, p99, errors } of pages.measured) {
        const times = `50th ${p50} ms, 95th ${p95} ms, 99th ${p99} ms; ${errors} errors`;
        results.line(`${name}, ${page} page`, `${people} people`, `${rate} pages/s`, times);
      }
      results.line(name, 'memory at most', `${await web.stop()} MB`, 'one web process');
    }
  } finally {
    await database.close();
  }
  return 0;
}
