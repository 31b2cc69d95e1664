import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { WellplacedError } from '../../../core/errors.ts';
import type { Role } from '../../permission/roles.ts';
import type { FieldProblem } from '../form.ts';
import { apiPaths } from './paths.ts';
import type { TokenHolder } from './token-gate.ts';

/** What went wrong, as a program reads it (RFC 9457). */
export const problemSchema = z.object({
  type: z.string().meta({ description: 'The address at which the kind of problem is explained.' }),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: 'What was wrong, in a sentence for a person.' }),
  remedy: z.string().meta({ description: 'What to do about it.' }),
  missingPermission: z.string().optional(),
  errors: z
    .array(z.object({ parameter: z.string(), message: z.string() }))
    .optional()
    .meta({ description: 'What is wrong with each parameter.' }),
  reference: z
    .string()
    .optional()
    .meta({ description: 'To be given to whoever runs the service.' }),
});
export type ApiProblem = z.output<typeof problemSchema>;

/** The kinds of problem, with the status that each is answered with. */
export const PROBLEM_KINDS = {
  'not-signed-in': [401, 'No access token that works'],
  resting: [401, 'The access token rests'],
  'not-permitted': [403, 'Not permitted'],
  unknown: [404, 'Not found'],
  'not-done': [409, 'This could not be done'],
  unprocessable: [422, 'Parameters that cannot be taken'],
  'too-many': [429, 'Too many requests'],
  fault: [500, 'A fault of the service'],
  unavailable: [503, 'The service cannot be used at the moment'],
} as const;

function problem(
  kind: keyof typeof PROBLEM_KINDS,
  parts: Pick<ApiProblem, 'detail' | 'remedy'> & Partial<ApiProblem>,
): ApiProblem {
  const [status, title] = PROBLEM_KINDS[kind];
  return { type: `${apiPaths.documentation}#${kind}`, title, status, ...parts };
}

/** Without a token, or with one that does not work. */
export const notSignedIn = problem('not-signed-in', {
  detail: 'The request carries no access token that works: none, an expired or a revoked one.',
  remedy: 'Make a token on the page “Access tokens” and send it as “Authorization: Bearer …”.',
});

/** With a token that works again as soon as its person signs in. */
export const resting = problem('resting', {
  detail:
    'The access token rests, because its person has not signed in to Wellplaced for too long.',
  remedy: 'The person signs in on the pages of Wellplaced; then it works again by itself.',
});

/** For a token that does not count for the permission: because of its scopes, or of its person's roles. */
export function notPermitted(
  { scopes }: TokenHolder,
  missing: string,
  holders: readonly Role[],
): ApiProblem {
  const inScope = scopes.includes(missing);
  return problem('not-permitted', {
    detail: inScope
      ? `It needs the permission “${missing}”, which the person of this token does not hold.`
      : `It needs the permission “${missing}”, which is not among those of this token.`,
    remedy: inScope
      ? `Ask an administrator for a role that holds it: ${holders.join(', ')}.`
      : 'Make another token with it, if you hold it yourself.',
    missingPermission: missing,
  });
}

/** For what there is not, and for what the reader may not see: the two are told apart by nobody. */
export const unknown = problem('unknown', {
  detail: 'There is nothing at this address that you may see.',
  remedy: 'Check the address and the identifier in it.',
});

export function unprocessable(problems: readonly FieldProblem[]): ApiProblem {
  return problem('unprocessable', {
    detail: problems.map(({ field, message }) => `${field}: ${message}`).join(' '),
    remedy: `Correct the parameters; ${apiPaths.documentation} lists them.`,
    errors: problems.map(({ field, message }) => ({ parameter: field, message })),
  });
}

export const tooMany = problem('too-many', {
  detail: 'Too many requests were sent in a minute.',
  remedy: 'Wait as many seconds as “Retry-After” says, and ask for larger pages.',
});

/** For an error: one raised on purpose in its own words, a fault of the program by its reference alone; where the request itself is to blame, by its status, there is nothing at its address. */
export function failure(error: unknown, reference: string, status = 500): ApiProblem {
  if (!(error instanceof WellplacedError)) {
    if (status < 500) return unknown;
    return problem('fault', {
      detail: 'The service could not answer.',
      remedy: 'Try again later; if it happens again, give the reference to whoever runs it.',
      reference,
    });
  }
  const kind = error.code === 'database-unavailable' ? 'unavailable' : 'not-done';
  return problem(kind, { detail: error.message, remedy: error.remedy, reference });
}

/** Sends a problem. */
export function sendProblem(reply: FastifyReply, answer: ApiProblem): FastifyReply {
  return reply
    .code(answer.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(answer));
}
