import type { AnyPermissions } from './permissions.ts';
import { ROLES } from './roles.ts';

/** docs/permissions.md: the whole matrix of roles and permissions, as `npm run permissions` writes it. */
export function permissionDocument({ mayDo, names, table }: AnyPermissions): string {
  const heading = ['role', ...names];
  const rows = ROLES.map((role) => [
    role,
    ...names.map((permission) => (mayDo([role], permission) ? 'yes' : '')),
  ]);
  const lines = [heading, heading.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  return [
    '# Who may do what',
    '',
    'Every page names one permission, and it is checked at each request against the roles that the',
    'person holds at that moment. An access token counts for those of its scopes that its person holds.',
    'What begins with “see” only reads. Written by `npm run permissions`',
    'from what the wings declare (`permissions.ts` of each); a test compares the two.',
    '',
    ...lines,
    '',
    '| permission | whoever holds it may |',
    '| --- | --- |',
    ...names.map((name) => `| ${name} | ${table[name]?.inWords} |`),
    '',
  ].join('\n');
}
