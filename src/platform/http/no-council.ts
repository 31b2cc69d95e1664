import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answers } from './answers.ts';
import { isOfApi } from './api/paths.ts';
import { sendProblem, unknown } from './api/problem.ts';
import type { Doors } from './door.ts';
import { isAskedFor, NOT_ASKED_FOR } from './host-names.ts';
import { problemPage } from './problem-page.tsx';

/** What looks the same whichever council is meant, and shows nothing of any: files of the pages. */
const FILES = '/assets/*';
/** What those ask who watch the service, by a name of the machine or of the service. */
const WATCHED = ['/healthz', '/readyz', '/metrics'];

const NO_COUNCIL = problemPage({
  status: 404,
  title: 'No council is served at this address',
  message: 'The name in the web address is not that of a council.',
  remedy:
    'Check that the web address is right: each council has one of its own. Whoever looks after Wellplaced at your council can tell you theirs.',
  noHome: true,
});

/** Answers whoever asks by a name that is no council's; undefined for what needs none. */
export function answerWithoutCouncil(
  doors: Doors,
  hostNames: readonly string[],
  answers: Answers,
): (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined {
  const asksForService = isAskedFor(hostNames);
  return (request, reply) => {
    const path = request.routeOptions.url ?? '';
    if (!doors.several) {
      return reply.code(421).type('text/plain; charset=utf-8').send(NOT_ASKED_FOR);
    }
    if (path === FILES) return undefined;
    if (WATCHED.includes(path) && asksForService(request.headers.host)) return undefined;
    if (isOfApi(request.url)) return sendProblem(reply, unknown);
    return answers.send(request, reply, NO_COUNCIL);
  };
}
