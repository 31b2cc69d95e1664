import { problemPage } from '../http/problem-page.tsx';
import type { PageReply } from '../http/reply.ts';

/** For somebody who would sign in and whose access was ended. */
export function accessEndedPage(councilName: string): PageReply {
  return problemPage({
    status: 403,
    title: 'Your access has ended',
    message: `You are recorded as having left ${councilName}.`,
    remedy: 'If that is wrong, ask an administrator of Wellplaced in your council.',
  });
}
