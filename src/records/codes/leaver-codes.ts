import { type CodeLine, codeListOf } from './code-list.ts';

/** IN_TOUCH, of a care leaver. */
export const IN_TOUCH = codeListOf([
  ['YES', 'In touch'],
  ['NO', 'Not in touch'],
  ['DIED', 'Died after leaving care'],
  ['REFU', 'Refuses contact'],
  ['NREQ', 'No longer requires services'],
  ['RHOM', 'Returned home'],
]);

/** ACTIV, of a care leaver: F full time, P part time. F3 and P3 gave way to F4, F5, P4 and P5 in the 2022 return. */
export const ACTIVITIES = codeListOf([
  ['F1', 'Higher education, full time'],
  ['P1', 'Higher education, part time'],
  ['F2', 'Other education, full time'],
  ['P2', 'Other education, part time'],
  ['F3', 'Training or employment, full time', { to: 2021 }],
  ['P3', 'Training or employment, part time', { to: 2021 }],
  ['F4', 'Apprenticeship, full time', { from: 2022 }],
  ['P4', 'Apprenticeship, part time', { from: 2022 }],
  ['F5', 'Training or employment, full time', { from: 2022 }],
  ['P5', 'Training or employment, part time', { from: 2022 }],
  ['G4', 'Not in education, employment or training: illness or disability'],
  ['G5', 'Not in education, employment or training: other'],
  ['G6', 'Not in education, employment or training: pregnancy or parenting'],
  ['0', 'Not known'],
]);

const ACCOMMODATION_TYPES: readonly (readonly [string, string])[] = [
  ['B', 'With parents or relatives'],
  ['C', 'Community home or other residential care'],
  ['D', 'Semi-independent, transitional accommodation'],
  ['E', 'Supported lodgings'],
  ['G', 'Gone abroad'],
  ['H', 'Deported'],
  ['K', 'Ordinary lodgings'],
  ['R', 'Residence not known'],
  ['S', 'No fixed abode'],
  ['T', 'Foyers and similar'],
  ['U', 'Independent living'],
  ['V', 'Emergency accommodation'],
  ['W', 'Bed and breakfast'],
  ['X', 'In custody'],
  ['Y', 'Other'],
  ['Z', 'With former foster carers'],
];

/** ACCOM, of a care leaver: a letter, then 1 suitable or 2 unsuitable. */
export const ACCOMMODATION = codeListOf([
  ...ACCOMMODATION_TYPES.flatMap(([letter, name]): CodeLine[] => [
    [`${letter}1`, `${name}, suitable`],
    [`${letter}2`, `${name}, unsuitable`],
  ]),
  ['0', 'Not known'],
]);
