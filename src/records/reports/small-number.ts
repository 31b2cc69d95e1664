import { numberSetting } from '../../platform/settings/setting.ts';

/** The threshold of disclosure control: counts from 1 to one below it are withheld in what is made for others. */
export const SMALL_NUMBER = numberSetting({
  name: 'records.small-number',
  title: 'Small number',
  about:
    'Counts of children from 1 to one below this number are withheld in what is made for others, and so is whatever would give one away.',
  unit: 'children',
  least: 2,
  most: 20,
  source:
    'The installation’s WELLPLACED_SMALL_NUMBER, 5 unless it says otherwise. Published guidance uses fewer than 5 and fewer than 6, and leaves the number to whoever publishes.',
  confirmed: false,
  otherwise: ({ smallNumber }) => smallNumber,
});
