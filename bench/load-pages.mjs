import autocannon from 'autocannon';
import { addDays } from '../dist/core/plain-date.js';
import { readConfiguration } from '../dist/platform/configuration/configuration.js';
import { withHouse } from '../dist/web/house.js';
import { WEEK_ENDING } from './council-files.mjs';
import { signedInPerson } from './load-people.mjs';
import { found } from './measured.mjs';

/** Of a round of pages that one person looks at. */
const WEIGHTS = { home: 1, report: 2, children: 2, child: 3, findings: 1 };

/**
 * Asks web processes for pages of every council, as so many people at each of them do who never
 * pause: each person goes through the councils, and at each through a round of pages.
 */
const [atEach, seconds, addresses, councils] = process.argv
  .slice(2)
  .map((word) => JSON.parse(word));
await withHouse(readConfiguration(process.env), async ({ ground, now }) => {
  const rounds = [];
  for (const council of councils) rounds.push(await roundAt(ground, council, now()));
  await together(rounds, atEach[0], 5);
  const measured = [];
  for (const people of atEach) measured.push(await together(rounds, people, seconds));
  found({ measured });
});

/** The pages of one council that somebody signed in there looks at, in an order of its own. */
async function roundAt(ground, { code, host }, now) {
  const headers = { host, cookie: await signedInPerson(ground, code, now) };
  const children = await ground.read(code, (tx) =>
    tx.rows(
      `select child_id from episode where authority_id = $1 and dec is null
       order by child_id limit 30`,
      [code],
    ),
  );
  const paths = {
    home: ['/'],
    report: [0, 7].map((days) => `/report?week-ending=${addDays(WEEK_ENDING, -days)}`),
    children: ['/children', '/children?group=residential'],
    child: children.map(([childId]) => `/children/${encodeURIComponent(childId)}`),
    findings: ['/findings'],
  };
  return Object.entries(WEIGHTS).flatMap(([page, weight]) =>
    Array.from({ length: weight }, (_, nth) => {
      const of = paths[page];
      return { page, method: 'GET', path: of[nth % of.length], headers };
    }),
  );
}

/** The people of all the processes at once. */
async function together(rounds, people, duration) {
  const times = {};
  let errors = 0;
  const all = addresses.length * people;
  await Promise.all(
    addresses.map(async (url, process) => {
      const asked = new Map();
      let nth = 0;
      const setupClient = (client) => {
        const person = process * people + nth++;
        // Councils by turns, so that all are asked however few people there are.
        const own = rounds.filter((_, at) => at % all === (person % rounds.length) % all);
        const mine = (own.length > 0 ? own : [rounds[person % rounds.length]]).flat();
        asked.set(client, { mine, at: 0 });
        client.setRequests(mine);
      };
      const run = autocannon({ url, connections: people, duration, timeout: 60, setupClient });
      run.on('response', (client, _status, _bytes, milliseconds) => {
        const of = asked.get(client);
        const { page } = of.mine[of.at++ % of.mine.length];
        times[page] ??= [];
        times[page].push(milliseconds);
      });
      const result = await run;
      errors += result.errors + result.timeouts + result.non2xx;
    }),
  );
  const pages = Object.entries(times).map(([page, of]) => ({ page, ...figures(of, duration) }));
  return { people, errors, ...figures(Object.values(times).flat(), duration), pages };
}

function figures(times, duration) {
  const sorted = times.sort((one, other) => one - other);
  const quantile = (share) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  const rate = Number((sorted.length / duration).toFixed(1));
  return { rate, p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) };
}
