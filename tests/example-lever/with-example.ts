export { RECORDS } from '../../src/records/wing.ts';
export { EXAMPLE } from './wing.ts';
