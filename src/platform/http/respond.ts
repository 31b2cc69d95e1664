import type { FastifyReply } from 'fastify';
import { safeName } from '../../core/file-name.ts';
import { wholePage } from '../components/layout.tsx';
import type { Section } from '../components/navigation.tsx';
import { cookieOptions, nameInBrowser, type ReplyCookie } from './cookies.ts';
import { DONE_SECONDS, keptDone } from './done.ts';
import type { Session } from './gate.ts';
import type { DownloadReply, RedirectReply, Reply } from './reply.ts';
import type { Council } from './route.ts';

/** What stands on every page round its content. */
export interface Surroundings {
  /** Whose page it is; nobody's where the address is no council's. */
  readonly council: Council | undefined;
  /** Who is signed in; nobody on the pages of signing in. */
  readonly session: Session | undefined;
  readonly sections: readonly Section[];
  /** The path that was asked for, without the query. */
  readonly path: string;
  /** Set when this set-up is for trials only: the warning that every page carries. */
  readonly trial: boolean;
  readonly brandPath: string | undefined;
  /** What was just done, which the page says once. */
  readonly done: string | undefined;
  /** Whether browsers reach the service over https. */
  readonly secure: boolean;
}

/** `attachment` with a plain name for old programs and the whole one for new (RFC 6266, RFC 8187). */
function disposition(filename: string): string {
  const name = safeName(filename);
  const plain = name.replace(/[^\w. -]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** A file is saved, never shown: whatever stands in it, a browser that opens it all the same runs and loads nothing of it. */
function sendDownload(reply: FastifyReply, download: DownloadReply): FastifyReply {
  return reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', disposition(download.filename))
    .type(download.contentType)
    .send(download.content);
}

function setCookies(
  reply: FastifyReply,
  cookies: readonly ReplyCookie[] | undefined,
  secure: boolean,
): FastifyReply {
  for (const { name, value, maxAgeSeconds } of cookies ?? []) {
    const named = nameInBrowser(name, secure);
    if (value === undefined) reply.clearCookie(named, cookieOptions(secure, undefined));
    else reply.setCookie(named, value, cookieOptions(secure, maxAgeSeconds));
  }
  return reply;
}

/** The cookies of a redirect, and what was done for the page that it leads to. */
function cookiesOf({ cookies = [], done, to }: RedirectReply, { session }: Surroundings) {
  if (done === undefined || session === undefined) return cookies;
  const value = keptDone(session.formToken, to, done);
  return [...cookies, { name: 'done', value, maxAgeSeconds: DONE_SECONDS } as const];
}

/** Sends what a handler returned. */
export function respond(reply: FastifyReply, answer: Reply, around: Surroundings): FastifyReply {
  reply.header('cache-control', 'no-store');
  switch (answer.kind) {
    case 'page':
      if (around.done !== undefined) {
        setCookies(reply, [{ name: 'done', value: undefined }], around.secure);
      }
      return reply
        .code(answer.status ?? 200)
        .type('text/html; charset=utf-8')
        .send(wholePage(answer, around));
    case 'download':
      return sendDownload(reply, answer);
    case 'redirect':
      return setCookies(reply, cookiesOf(answer, around), around.secure).redirect(
        answer.to,
        answer.forGood === true ? 301 : 303,
      );
    case 'provider':
      return setCookies(reply, answer.cookies, around.secure).redirect(answer.to.href, 303);
    case 'json':
      return reply
        .code(answer.status ?? 200)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.value));
  }
}
