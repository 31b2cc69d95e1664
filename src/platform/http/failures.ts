import type { VNode } from 'preact';
import { WellplacedError } from '../../core/errors.ts';
import { isDiskFull } from '../database/disk-full.ts';
import { isUnavailable } from '../database/unavailable.ts';
import { notFoundPage, type Problem, problemPage } from './problem-page.tsx';
import type { PageReply } from './reply.ts';
import { RequestRefused } from './request-refused.ts';

const UNREADABLE: Omit<Problem, 'status'> = {
  title: 'The request could not be read',
  remedy: 'Go back to the page you came from and try again.',
};

/** In words for everyone: the error's own name the database server, which is nobody's business but the operator's. */
const UNAVAILABLE: Problem = {
  status: 503,
  title: 'The service cannot be used at the moment',
  message: 'Wellplaced cannot reach its database. Nothing of what you sent was half-saved.',
  remedy:
    'Wait a minute and try again. If you were saving something at that very moment, look first whether it is there. If it stays like this, tell whoever runs the service in your council.',
};

const REFUSED: Readonly<Record<RequestRefused['statusCode'], string>> = {
  400: 'The request could not be read',
  408: 'What was sent came too slowly',
  413: 'What was sent is too large',
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
 * shows its reference and no detail. `again` is the way to repeat what met a fault that passes.
 */
export function failurePage(error: unknown, reference: string, again?: VNode): PageReply {
  if (isUnavailable(error)) return problemPage({ ...UNAVAILABLE, reference, again });
  if (error instanceof RequestRefused) {
    const { statusCode: status, message, remedy } = error;
    return problemPage({ status, title: REFUSED[status], message, remedy, reference });
  }
  if (error instanceof WellplacedError) {
    const full = isDiskFull(error);
    return problemPage({
      status: full ? 507 : 409,
      title: full ? 'There is no room left on the disk' : 'This could not be done',
      message: error.message,
      remedy: error.remedy,
      reference,
      again,
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
