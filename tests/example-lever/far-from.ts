import { numberSetting } from '../../src/platform/settings/setting.ts';

/** From how many miles on a placement is far. */
export const FAR_FROM = numberSetting({
  name: 'example.far-from',
  title: 'Far from home',
  about: 'A placement so many miles from home, or more, is called far.',
  unit: 'miles',
  decimals: 1,
  least: 1,
  most: 500,
  source: 'An example.',
  confirmed: false,
  otherwise: () => 20,
});
