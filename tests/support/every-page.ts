import exceljs from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { Route } from '../../src/platform/http/route.ts';
import { SECRET, type secretChild } from './secret-child.ts';

type Parts = Readonly<Record<string, readonly string[]>>;

/** Queries with which every page is asked; a page reads past those that are not its own. */
export const PAGE_QUERIES = [
  '',
  '?week-ending=2021-05-30',
  '?known=all',
  '?state=all',
  '?action=insert',
];

/** Fewer, which ask for the same together. */
export const FEWER_QUERIES = ['', '?week-ending=2021-05-30&known=all&state=all&action=insert'];

/** Those with which the API is asked, which refuses names that it does not know. */
export const API_QUERIES = [
  '',
  '?weekEnding=2021-05-30',
  '?known=all',
  '?state=all',
  '?action=insert',
];

/** What each named part of a path is filled with. */
export function partsOf(council: Awaited<ReturnType<typeof secretChild>>): Parts {
  return {
    childId: [SECRET, 'OPEN1'],
    importId: [council.importId],
    fileNumber: ['0', '1', '2', '3', '4', '5', '6', '7', '8'],
    format: ['csv', 'xlsx', 'json', 'html'],
    file: ['episodes.csv'],
    personId: [council.named.personId],
    subjectKey: [council.subjectKey],
    attachmentId: [council.attachmentId],
    provider: ['wold-house'],
  };
}

/** Every address of the path that its parts make. */
export function addressesOf(path: string, parts: Parts): string[] {
  const [part] = /:\w+/.exec(path) ?? [];
  if (part === undefined) return [path];
  const values = parts[part.slice(1)];
  // A route that is added later must be looked at too.
  if (values === undefined) throw new Error(`the test does not know what ${part} may be`);
  return values.flatMap((value) => addressesOf(path.replace(part, value), parts));
}

/** All that stands in a file or a page, a workbook's cells included. */
export async function textOf(answer: { readonly rawPayload: Buffer; readonly body: string }) {
  if (!answer.rawPayload.subarray(0, 2).equals(Buffer.from('PK'))) return answer.body;
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(answer.rawPayload as never);
  return JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
}

/** Asks for everything that can be got, with the headers, and gives the paths of the routes in whose answers one of the texts stands. */
export async function routesThatSay(
  server: FastifyInstance,
  routes: readonly Pick<Route, 'method' | 'path'>[],
  parts: Parts,
  texts: readonly string[],
  queries: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<ReadonlySet<string>> {
  const saying = new Set<string>();
  for (const { method, path } of routes) {
    if (method !== 'GET') continue;
    for (const address of addressesOf(path, parts)) {
      for (const query of queries) {
        const answer = await server.inject({ url: `${address}${query}`, headers });
        expect(answer.statusCode, `${address}${query}`).toBeLessThan(500);
        expect(answer.statusCode, `${address}${query}`).not.toBe(429);
        const text = await textOf(answer);
        if (texts.some((each) => text.includes(each))) saying.add(path);
      }
    }
  }
  return saying;
}
