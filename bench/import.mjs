import { PassThrough } from 'node:stream';
import { main } from '../dist/cli/main.js';
import { found } from './measured.mjs';

const [files] = process.argv.slice(2);
const out = new PassThrough();
let said = '';
out.on('data', (piece) => {
  said += piece;
});
const started = performance.now();
const code = await main(['import', files, '--authority', 'X01', '--json'], {
  out,
  err: process.stderr,
});
const seconds = (performance.now() - started) / 1000;
if (code > 1) process.exit(code);
const outcome = JSON.parse(said);
const sum = (name) => outcome.files.reduce((total, file) => total + file[name], 0);
const { user, system } = process.cpuUsage();
found({
  seconds: Number(seconds.toFixed(1)),
  rows: sum('rows'),
  changed: sum('added') + sum('changed'),
  rate: Math.round(sum('rows') / seconds),
  processor: Number(((user + system) / 1e6).toFixed(1)),
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
});
