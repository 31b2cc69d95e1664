/** Addresses of the audit trail. */
export const auditPaths = {
  trail: '/audit',
  file: (format: 'csv' | 'xlsx') => `/audit/file/${format}`,
  /** Who looked at or changed a child's records. */
  ofChild: (childId: string) => `/audit?${new URLSearchParams({ child: childId })}`,
  /** What a person did, whatever they were called; of a program, or of what stands under a name alone, by the name. */
  ofPerson: ({ personId, actor }: { readonly personId: string | null; readonly actor: string }) =>
    `/audit?${new URLSearchParams(personId === null ? { person: actor } : { by: personId })}`,
} as const;
