import autocannon from 'autocannon';
import { addDays } from '../dist/core/plain-date.js';
import { readConfiguration } from '../dist/platform/configuration/configuration.js';
import { withHouse } from '../dist/web/house.js';
import { WEEK_ENDING } from './council-files.mjs';
import { signedInPeople } from './load-people.mjs';
import { found } from './measured.mjs';

const SECONDS = 15;
const WARM_UP_SECONDS = 3;
const AT_ONCE = [20, 200];

/** Asks a web process for pages as 20 and as 200 people do who never pause. */
const [authority, address] = process.argv.slice(2);
await withHouse(readConfiguration(process.env), async ({ ground, now }) => {
  const cookies = await signedInPeople(ground, authority, Math.max(...AT_ONCE), now());
  const children = await ground.read(authority, (tx) =>
    tx.rows(
      `select child_id from episode where authority_id = $1 and dec is null
       order by child_id limit 500`,
      [authority],
    ),
  );
  const pages = {
    report: [0, 7, 14, 21].map((days) => `/report?week-ending=${addDays(WEEK_ENDING, -days)}`),
    children: [
      '/children',
      '/children?page=2',
      '/children?group=residential',
      '/children?area=out',
    ],
    child: children.map(([childId]) => `/children/${encodeURIComponent(childId)}`),
  };
  const measured = [];
  for (const [page, paths] of Object.entries(pages)) {
    await load(paths, cookies, AT_ONCE[0], WARM_UP_SECONDS);
    for (const people of AT_ONCE) {
      measured.push({ page, people, ...(await load(paths, cookies, people, SECONDS)) });
    }
  }
  found({ measured });
});

async function load(paths, cookies, people, duration) {
  const times = [];
  let nth = 0;
  const run = autocannon({
    url: address,
    connections: people,
    duration,
    timeout: 60,
    setupClient(client) {
      const person = nth++;
      const mine = paths.map((_, at) => paths[(at + person * 7) % paths.length]);
      const headers = { cookie: cookies[person % cookies.length] };
      client.setRequests(mine.map((path) => ({ method: 'GET', path, headers })));
    },
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const result = await run;
  times.sort((one, other) => one - other);
  const quantile = (share) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
  return {
    rate: Number((times.length / result.duration).toFixed(1)),
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
    errors: result.errors + result.timeouts + result.non2xx,
  };
}
