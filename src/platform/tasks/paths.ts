import type { Work } from './rules.ts';

/** Whose work a list is narrowed to. */
export const WHOSE = ['mine', 'role', 'other', 'put-off'] as const;
export type Whose = (typeof WHOSE)[number];

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** The addresses of waiting work. */
export const taskPaths = {
  home: '/',
  work: '/work',
  workWhere: (where: { readonly kind?: string; readonly whose?: Whose }) =>
    withQuery('/work', where),
  one: '/work/one',
  oneOf: ({ kind, key }: Pick<Work, 'kind' | 'key'>) =>
    withQuery('/work/one', { kind: kind.id, key }),
  takeUp: '/work/one/take-up',
  handOver: '/work/one/hand-over',
  putOff: '/work/one/put-off',
  giveBack: '/work/one/give-back',
  print: '/work/print',
  digest: '/work/digest',
} as const;
