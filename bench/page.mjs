import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import autocannon from 'autocannon';
import { readConfiguration } from '../dist/platform/configuration/configuration.js';
import { nameInBrowser } from '../dist/platform/http/cookies.js';
import { startSession } from '../dist/platform/identity/sessions.js';
import { withHouse } from '../dist/web/house.js';
import { serve } from '../dist/web/serve.js';
import { found } from './measured.mjs';

const AUTHORITY = 'X01';
const AT_ONCE = 4;
const SECONDS = 10;
/** A page, or with an address to begin with the first one that it leads to. */
const [path, leadingTo] = process.argv.slice(2);

async function load(url, headers = {}) {
  const times = [];
  const run = autocannon({ url, headers, connections: AT_ONCE, duration: SECONDS, timeout: 120 });
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const result = await run;
  times.sort((one, other) => one - other);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  return { rate: times.length / result.duration, p95, errors: result.errors + result.non2xx };
}

/** The cookie of somebody signed in who may read the report. */
async function signedIn(house) {
  const now = house.now();
  const acting = { authority: AUTHORITY, actor: 'bench', reason: 'pages measured' };
  const token = await house.ground.transaction(acting, async (tx) => {
    const personId = randomUUID();
    await tx.insertMany(
      'person',
      ['person_id', 'name', 'issuer', 'subject', 'added_at'],
      [[personId, `Bench ${personId}`, 'machine', personId, now]],
    );
    await tx.insertMany(
      'person_role',
      ['person_id', 'role', 'given_by', 'given_at'],
      [[personId, 'Placements officer', 'set-up', now]],
    );
    const session = { personId, browser: 'bench', instead: undefined };
    return (await startSession(tx, session, now)).token;
  });
  return { cookie: `${nameInBrowser('session', false)}=${token}` };
}

/** The same bytes from a server that does nothing else. */
async function bareRate(html) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { rate } = await load(`http://127.0.0.1:${server.address().port}/`);
  server.close();
  return rate;
}

/** The address that is measured. */
async function addressOf(origin, headers) {
  if (leadingTo === undefined) return origin + path;
  const html = await (await fetch(origin + path, { headers })).text();
  const link = html.match(new RegExp(`href="(${leadingTo}[^"]*)"`))?.[1];
  if (link === undefined) throw new Error(`${path} leads to no ${leadingTo}`);
  return origin + link.replaceAll('&amp;', '&');
}

const configuration = { ...readConfiguration(process.env), port: 0 };
await withHouse(configuration, async (house) => {
  const running = await serve(house, { authority: AUTHORITY, empty: true, say: () => undefined });
  const headers = await signedIn(house);
  const url = await addressOf(running.address, headers);
  const started = performance.now();
  const html = await (await fetch(url, { headers })).text();
  const first = performance.now() - started;
  const page = await load(url, headers);
  await running.stop();
  const bare = await bareRate(html);
  found({
    first: Math.round(first),
    rate: Number(page.rate.toFixed(1)),
    ratio: (page.rate / bare).toFixed(4),
    p95: Math.round(page.p95),
    at: AT_ONCE,
    errors: page.errors,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
});
