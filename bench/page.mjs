import { createServer } from 'node:http';
import autocannon from 'autocannon';
import { readConfiguration } from '../dist/platform/configuration/configuration.js';
import { withHouse } from '../dist/web/house.js';
import { serve } from '../dist/web/serve.js';
import { WEEK_ENDING } from './council-files.mjs';
import { found } from './measured.mjs';

const AT_ONCE = 4;
const SECONDS = 10;

async function load(url) {
  const times = [];
  const run = autocannon({ url, connections: AT_ONCE, duration: SECONDS, timeout: 120 });
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const result = await run;
  times.sort((one, other) => one - other);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  return { rate: times.length / result.duration, p95, errors: result.errors + result.non2xx };
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

const configuration = { ...readConfiguration(process.env), port: 0 };
await withHouse(configuration, async (house) => {
  const running = await serve(house, { authority: 'X01', empty: true, say: () => undefined });
  const url = `${running.address}/report?week-ending=${WEEK_ENDING}`;
  const html = await (await fetch(url)).text();
  const page = await load(url);
  await running.stop();
  const bare = await bareRate(html);
  found({
    rate: Number(page.rate.toFixed(1)),
    ratio: (page.rate / bare).toFixed(4),
    p95: Math.round(page.p95),
    at: AT_ONCE,
    errors: page.errors,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
});
