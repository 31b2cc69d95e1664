import { readConfiguration } from '../dist/platform/configuration/configuration.js';
import { loadWeeklyReport } from '../dist/records/reports/weekly-report/load-report.js';
import { weekEndingOn } from '../dist/records/reports/weekly-report/week.js';
import { withHouse } from '../dist/web/house.js';
import { WEEK_ENDING } from './council-files.mjs';
import { found } from './measured.mjs';

const WARM_UPS = 2;
const RUNS = 9;

await withHouse(readConfiguration(process.env), async ({ ground }) => {
  const authority = { code: 'X01', name: 'Northmere County Council' };
  const times = [];
  for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
    const started = performance.now();
    await loadWeeklyReport(ground, authority, weekEndingOn(WEEK_ENDING));
    if (run >= WARM_UPS) times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  found({ median: Math.round(times[Math.floor(RUNS / 2)]), runs: RUNS });
});
