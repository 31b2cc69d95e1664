import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestLimits } from './request-limits.ts';
import { tooSlow } from './request-refused.ts';

/** The time that is left for a request’s body. */
interface BodyClock {
  /** Aborted, with the error to be answered, when the body is late. */
  readonly late: AbortSignal;
  /** Gives the body the time of an upload: for who may send files, once they are read. */
  allowUpload(): void;
}

const clocks = new WeakMap<FastifyRequest, BodyClock>();

/** The clock of a request that has a body. */
export function bodyClockOf(request: FastifyRequest): BodyClock | undefined {
  return clocks.get(request);
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Starts the clock. A body that is late is answered, and once it is answered its connection is ended. */
function startClock(request: FastifyRequest, reply: FastifyReply, limits: RequestLimits): void {
  const late = new AbortController();
  let timer: NodeJS.Timeout;
  const wait = (milliseconds: number, allowed: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (request.raw.complete) return;
      if (reply.sent) {
        request.raw.destroy();
        return;
      }
      const error = tooSlow(allowed);
      reply.header('connection', 'close');
      late.abort(error);
      // An upload is answered by whoever reads it; a form is read before there is anybody to answer.
      if (!request.isMultipart()) reply.send(error);
      // Whoever does not answer even so holds no connection for it.
      wait(limits.formMilliseconds, allowed);
    }, milliseconds);
    timer.unref();
  };
  wait(limits.formMilliseconds, limits.formMilliseconds);
  request.raw.once('close', () => clearTimeout(timer));
  clocks.set(request, {
    late: late.signal,
    allowUpload: () => wait(limits.uploadMilliseconds, limits.uploadMilliseconds),
  });
}

/** Ends requests whose bodies come too slowly, so that nobody can hold a connection or an import for nothing. */
export function limitBodies(server: FastifyInstance, limits: RequestLimits): void {
  server.addHook('onRequest', async (request, reply) => {
    if (hasBody(request)) startClock(request, reply, limits);
  });
}
