import type { VNode } from 'preact';
import { type PageReply, page } from './reply.ts';

/** What went wrong, as a page says it. */
export interface Problem {
  readonly status: number;
  /** Heading and title. */
  readonly title: string;
  /** What was wrong, where. */
  readonly message?: string;
  /** What the reader can do. */
  readonly remedy: string;
  /** Where else the reader may go on. */
  readonly way?: { readonly text: string; readonly href: string };
  /** To be quoted to whoever runs the service. */
  readonly reference?: string;
  /** The way to do it again, where that may succeed. */
  readonly again?: VNode | undefined;
  /** Set where there is no home page to go to. */
  readonly noHome?: boolean;
}

/** A page that says what went wrong and what the reader can do about it. */
export function problemPage(problem: Problem): PageReply {
  return page({
    title: problem.title,
    status: problem.status,
    content: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{problem.title}</h1>
          {problem.message && <p class="govuk-body govuk-!-text-break-word">{problem.message}</p>}
          <p class="govuk-body">{problem.remedy}</p>
          {problem.again}
          {problem.way && (
            <p class="govuk-body">
              <a class="govuk-link" href={problem.way.href}>
                {problem.way.text}
              </a>
            </p>
          )}
          {problem.reference && (
            <p class="govuk-body">
              Reference number: <strong>{problem.reference}</strong>
            </p>
          )}
          {problem.noHome !== true && (
            <p class="govuk-body">
              <a class="govuk-link" href="/">
                Go to the home page
              </a>
            </p>
          )}
        </div>
      </div>
    ),
  });
}

/** For an address that leads nowhere. */
export function notFoundPage(message?: string, way?: Problem['way']): PageReply {
  return problemPage({
    status: 404,
    title: 'Page not found',
    ...(message === undefined ? {} : { message }),
    ...(way === undefined ? {} : { way }),
    remedy:
      'If you typed the web address, check that it is right. If you pasted it, check that you copied all of it.',
  });
}

/** For signing in over plain http from another machine, where whoever listens could take the session. */
export function unsafeAddressPage(): PageReply {
  return problemPage({
    status: 403,
    title: 'Signing in is not safe at this address',
    message:
      'What you send to this address travels unprotected over the network, and so would the key to your session.',
    remedy:
      'Use the address that begins with https. Whoever runs the service names it in WELLPLACED_ADDRESS.',
  });
}
