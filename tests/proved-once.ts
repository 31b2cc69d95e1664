/**
 * The tests that one version of Node proves for all, so that `npm test -- --another-node` leaves them
 * out, by why. Everything else is run on every version.
 */
export const PROVED_ONCE: readonly { readonly why: string; readonly files: readonly string[] }[] = [
  {
    why: 'what a browser shows: the same pages are asked for, without one, on every version',
    files: [
      'src/**/*page.test.ts',
      'tests/example-lever/*.page.test.ts',
      'tests/support/page-object.test.ts',
    ],
  },
  {
    why: 'faults of the machine: a process killed, a disk full, a server gone',
    files: ['tests/faults/*.test.ts'],
  },
];
