import { createHmac, timingSafeEqual } from 'node:crypto';

/** The field of every form that carries the token. */
export const FORM_TOKEN_FIELD = 'form-token';

/** The token of a session's forms: derived from the session's secret, so that it ends with it and needs no keeping. */
export function formTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('form').digest('base64url');
}

/** Whether what a form carries is the session's token; compared in the same time whatever differs. */
export function isFormToken(sent: unknown, expected: string): boolean {
  if (typeof sent !== 'string') return false;
  const [one, other] = [Buffer.from(sent), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/**
 * The page with the token as the first field of every form that is posted, so that no view can
 * forget it. What a view shows is escaped, so `<form` in a page is always a form.
 */
export function withFormToken(html: string, token: string): string {
  const field = `<input type="hidden" name="${FORM_TOKEN_FIELD}" value="${token}"/>`;
  return html.replace(/<form\b[^>]*\bmethod="post"[^>]*>/gi, (form) => form + field);
}
