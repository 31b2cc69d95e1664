import { readConfiguration } from '../dist/platform/configuration/configuration.js';
import { withHouse } from '../dist/web/house.js';
import { serve } from '../dist/web/serve.js';
import { found } from './measured.mjs';

/** One web process for the council named; says its address, and when its input closes what memory it came to. */
const [authority] = process.argv.slice(2);
await withHouse({ ...readConfiguration(process.env), port: 0 }, async (house) => {
  const running = await serve(house, { authority, empty: true, say: () => undefined });
  found({ address: running.address });
  await new Promise((resolve) => process.stdin.once('end', resolve).resume());
  await running.stop();
  found({ megabytes: Math.round(process.resourceUsage().maxRSS / 1024) });
});
