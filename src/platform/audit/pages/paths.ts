/** Addresses of the audit trail. */
export const auditPaths = {
  trail: '/audit',
  file: (format: 'csv' | 'xlsx') => `/audit/file/${format}`,
  /** Who looked at or changed a child's records. */
  ofChild: (childId: string) => `/audit?${new URLSearchParams({ child: childId })}`,
  /** What a person did. */
  ofPerson: (name: string) => `/audit?${new URLSearchParams({ person: name })}`,
} as const;
