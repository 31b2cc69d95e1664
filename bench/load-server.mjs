import { readConfiguration } from '../dist/platform/configuration/configuration.js';
import { withHouse } from '../dist/web/house.js';
import { serve } from '../dist/web/serve.js';
import { found } from './measured.mjs';

/** One web process for every council by its host name; says its address, and when its input closes what memory it came to. */
await withHouse({ ...readConfiguration(process.env), port: 0 }, async (house) => {
  const options = { authority: undefined, empty: true, say: () => undefined };
  const running = await serve(house, options);
  found({ address: running.address });
  await new Promise((resolve) => process.stdin.once('end', resolve).resume());
  await running.stop();
  found({ megabytes: Math.round(process.resourceUsage().maxRSS / 1024) });
});
