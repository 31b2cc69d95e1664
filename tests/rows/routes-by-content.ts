import { PERMISSIONS } from '../support/open-wings.ts';

/** What the answer of a route may hold. */
export type Content =
  | 'rows of children'
  /** Working figures with rows for whoever may see children, else the published form or nothing. */
  | 'as the reader may see'
  | 'no child';

/** Routes, pages and API, whose answers hold other than what their permission and their audit event say. */
export const EXCEPTIONS: Readonly<Record<string, Content>> = {
  '/': 'as the reader may see',
  '/work': 'as the reader may see',
  '/work/print': 'as the reader may see',
  '/work/one': 'as the reader may see',
  '/report': 'as the reader may see',
  '/report/file/:format': 'as the reader may see',
  '/report/budgets': 'no child',
  '/report/budgets/file/:format': 'no child',
  '/restricted-children/openings': 'no child',
  '/imports/file/:format': 'no child',
  '/api/v1/reports/placements': 'as the reader may see',
  '/api/v1/budgets': 'no child',
  '/api/v1/imports': 'no child',
  '/api/v1/imports/:importId': 'no child',
};

/** What a route’s answer may hold by what it declares: its permission shows children, and it does not say that it shows none. */
export function declaredContent(route: {
  readonly permission: string;
  readonly audit?: unknown;
}): Content {
  const shows = PERMISSIONS.table[route.permission]?.shows;
  return shows === 'no child' || route.audit === 'shows no child' ? 'no child' : 'rows of children';
}
