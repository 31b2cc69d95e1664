import { build } from '../../bin/build.mjs';

/** Before the first test: a reading process runs what is built, also for a program that runs from source. */
export async function setup() {
  await build();
}
