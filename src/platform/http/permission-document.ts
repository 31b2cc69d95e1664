import { mayDo, PERMISSIONS, ROLES } from './permission.ts';

/** docs/permissions.md: the whole matrix of roles and permissions, as `npm run permissions` writes it. */
export function permissionDocument(): string {
  const heading = ['role', ...PERMISSIONS];
  const rows = ROLES.map((role) => [
    role,
    ...PERMISSIONS.map((permission) => (mayDo([role], permission) ? 'yes' : '')),
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
    'from [permission.ts](../src/platform/http/permission.ts); a test compares the two.',
    '',
    ...lines,
    '',
  ].join('\n');
}
