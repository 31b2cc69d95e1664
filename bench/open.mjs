import { readConfiguration } from '../dist/platform/configuration/configuration.js';
import { createAuthority } from '../dist/platform/database/authorities.js';
import { withHouse } from '../dist/web/house.js';
import { found } from './measured.mjs';

await withHouse(readConfiguration(process.env), ({ ground }) =>
  createAuthority(
    ground,
    {
      code: 'X01',
      name: 'Northmere County Council',
      areaCodes: ['E10999901'],
      demonstrationSeed: 1,
    },
    'bench',
  ),
);
found({});
