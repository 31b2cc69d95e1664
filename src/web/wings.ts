// Every wing and every lever: one line each. web/whole.ts puts them in order and composes them.

export { RECORDS } from '../records/wing.ts';
