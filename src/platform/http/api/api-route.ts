import type { z } from 'zod';
import { WellplacedError } from '../../../core/errors.ts';
import type { PermissionTable } from '../../permission/permissions.ts';
import type { Audit } from '../audit-event.ts';
import type { FieldProblem } from '../form.ts';
import type { AuditedRead, ReadingRequest } from '../route.ts';
import { readQuery } from './read-query.ts';
import type { TokenHolder } from './token-gate.ts';

/** What the handler of a row of the API is given: as a page, and by which token. */
export interface ApiRequest extends ReadingRequest {
  readonly token: TokenHolder;
}

/** Thrown by a handler for parameters that only it can judge, such as by the day of the request: answered as those that the query refuses. */
export class ParametersRefused extends WellplacedError {
  readonly problems: readonly FieldProblem[];

  constructor(problems: readonly FieldProblem[]) {
    const said = problems.map(({ field, message }) => `${field}: ${message}`);
    super('parameters-refused', said.join(' '), 'Correct the parameters.');
    this.problems = problems;
  }
}

/** What came of a request: an answer, parameters that cannot be taken, or nothing that the reader may see. */
export type ApiOutcome =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'unprocessable'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'unknown' };

/** What is said of a row in its documentation. */
interface Documented<Query extends z.ZodObject, Answer extends z.ZodType> {
  /** Under the version: `/children/:childId`; a part with a colon is named in `params`. */
  readonly path: string;
  /** Of the operation, for programs that are made from the document: `listChildren`. */
  readonly name: string;
  /** In a few words, as a heading. */
  readonly summary: string;
  readonly about: string;
  /** What each part of the path with a colon is. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly answer: Answer;
}

/** Marks a row that a wing's own maker has made, for which its permission and its audit event were asked. */
const MADE = Symbol('a row of the API');

/** One row of the API's table, as it is served. `apiRouteFor` alone makes them. */
export interface ApiRoute extends Documented<z.ZodObject, z.ZodType> {
  readonly [MADE]: true;
  readonly method: 'GET';
  readonly permission: string;
  readonly audit?: Audit | 'shows no child';
  readonly read: (request: ApiRequest) => Promise<ApiOutcome>;
}

/** What a token may be given only reads. */
type Reading = `see ${string}` | 'keep own account';

/** How a wing with these permissions makes a row of the API's table. Without one of them, or of records without an audit event, there is none. */
export function apiRouteFor<Table extends PermissionTable>() {
  /**
   * A row of the API's table. Parameters that are not in its query are refused, and what is not in its
   * answer is not sent: the document says all that comes out. `undefined` stands for what there is not,
   * or what the reader may not see.
   */
  return <Query extends z.ZodObject, Answer extends z.ZodType>(
    row: AuditedRead<Table> & { readonly permission: Reading } & Documented<Query, Answer> & {
        readonly handle: (
          request: ApiRequest,
          values: z.output<Query>,
        ) => Promise<z.input<Answer> | undefined> | z.input<Answer> | undefined;
      },
  ): ApiRoute => {
    const read = async (request: ApiRequest): Promise<ApiOutcome> => {
      const check = readQuery(row.query, request.query);
      if (!check.ok) return { kind: 'unprocessable', problems: check.problems };
      try {
        const value = await row.handle(request, check.values);
        return value === undefined
          ? { kind: 'unknown' }
          : { kind: 'answer', value: row.answer.parse(value) };
      } catch (error) {
        if (!(error instanceof ParametersRefused)) throw error;
        return { kind: 'unprocessable', problems: error.problems };
      }
    };
    return { ...row, read, [MADE]: true };
  };
}
