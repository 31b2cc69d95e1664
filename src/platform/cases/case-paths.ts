/** Addresses below a case's own page. */
export const casePaths = {
  newNote: (casePath: string, corrects?: string) =>
    `${casePath}/notes/new${corrects === undefined ? '' : `?corrects=${corrects}`}`,
  newAttachment: (casePath: string) => `${casePath}/attachments/new`,
  attachment: (casePath: string, attachmentId: string) => `${casePath}/attachments/${attachmentId}`,
  removeAttachment: (casePath: string, attachmentId: string) =>
    `${casePath}/attachments/${attachmentId}/remove`,
} as const;
