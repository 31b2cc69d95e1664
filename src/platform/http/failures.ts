import { WellplacedError } from '../../core/errors.ts';
import { notFoundPage, type Problem, problemPage } from './problem-page.tsx';
import type { PageReply } from './reply.ts';

const UNREADABLE: Omit<Problem, 'status'> = {
  title: 'The request could not be read',
  remedy: 'Go back to the page you came from and try again.',
};

const BY_STATUS: Record<number, Omit<Problem, 'status'>> = {
  413: {
    title: 'What was sent is too large',
    remedy: 'Send fewer files at a time, or load large files with the "wellplaced import" command.',
  },
  429: {
    title: 'Too many attempts',
    remedy: 'Wait a minute, then try again.',
  },
  415: {
    title: 'The request could not be read',
    remedy: 'Send forms from the pages of this service.',
  },
};

/** For a form that was sent from another site's page, or from a page of another session. */
export function elsewherePage(): PageReply {
  return problemPage({
    status: 403,
    title: 'The form was not sent from this service',
    message: 'Nothing was changed. This also happens when you have signed in again in another tab.',
    remedy: 'Open the page in this service and send the form from there.',
  });
}

/** The status that the request itself is to blame for, from 400 to 499; undefined when it is not. */
function statusOfRequestError(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const status = error.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

/**
 * The page for an error. An error raised on purpose is told in its own words; a fault of the program
 * shows its reference and no detail.
 */
export function failurePage(error: unknown, reference: string): PageReply {
  if (error instanceof WellplacedError) {
    return problemPage({
      status: error.code === 'database-unavailable' ? 503 : 409,
      title:
        error.code === 'database-unavailable'
          ? 'The service cannot be used at the moment'
          : 'This could not be done',
      message: error.message,
      remedy: error.remedy,
      reference,
    });
  }
  const status = statusOfRequestError(error);
  if (status === 404) return notFoundPage();
  if (status !== undefined)
    return problemPage({ status, ...(BY_STATUS[status] ?? UNREADABLE), reference });
  return problemPage({
    status: 500,
    title: 'Sorry, there is a problem with the service',
    remedy:
      'Try again later. Nothing that you sent was half-saved. If it happens again, give the reference number to whoever runs the service in your council.',
    reference,
  });
}
