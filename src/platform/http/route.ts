import type { Readable } from 'node:stream';
import type { PlainDate } from '../../core/plain-date.ts';
import type { Acting, Ground } from '../database/ground.ts';
import type { DeclaredPermission, PermissionTable } from '../permission/permissions.ts';
import type { HeldRoles } from '../permission/roles.ts';
import type { Audit } from './audit-event.ts';
import type { Bound } from './bound.ts';
import type { CookieName } from './cookies.ts';
import type { Reply } from './reply.ts';

/** The council whose records these are. */
export interface Council {
  readonly code: string;
  readonly name: string;
  /** Invented for demonstration; every page says so. */
  readonly demonstration?: boolean;
  /** The colour of the header as `#rrggbb`, dark enough for white text. */
  readonly brandColour?: string;
}

/** The person whose request this is. */
export interface Person {
  readonly personId: string;
  /** How the person is called now, different for each person of a council; whoever is meant is stored by id. */
  readonly name: string;
  readonly roles: HeldRoles;
}

/** The fields of a form as the browser sent them: one value, or several under the same name. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** One file of an upload, to be read before the next is asked for. */
export interface UploadedFile {
  /** The name of the form's field. */
  readonly field: string;
  /** The file's name, with its folders when a folder was chosen: `2021/episodes.csv`. */
  readonly path: string;
  readonly content: Readable;
}

/** What every handler is given. */
interface AnyRequest {
  readonly council: Council;
  readonly today: PlainDate;
  /** When it was asked. */
  readonly now: Date;
  /** The database as the person may see it: what is hidden from the person is not there. */
  readonly ground: Ground;
  /** The whole database, for checking a change and for what is the same for every reader. No row and no total of it is shown. */
  readonly wholeGround: Ground;
  /** The path without the query. */
  readonly path: string;
  /** The path's named parts, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** The query; a name may stand several times. */
  readonly query: URLSearchParams;
  /** The form's fields. Of an upload, those read so far: a field that stands before the files in the form is there with the first file, all are there after the last. */
  readonly body: FormFields;
  /** The files of an upload, streamed one after another; none for other requests. */
  readonly files: AsyncIterable<UploadedFile>;
}

/** What a route's handler is given. It reads and changes the records as the person may see them. */
export interface PageRequest extends AnyRequest, Bound {
  readonly person: Person;
  /** The whole of the records, as `wholeGround`: for checking a change and for what is the same for every reader. */
  readonly whole: Bound;
  /** The person as whoever changes something, in the role that lets them, for the reason given. */
  readonly acting: (reason: string) => Acting;
  readonly sessionId: string;
  /** Notes for whoever runs the service what failed, where the page goes on without it; gives the reference of the note. */
  readonly note: (error: unknown) => string;
}

/** What a reader of records is given, whether a page or another system asks. */
export type ReadingRequest = Omit<PageRequest, 'sessionId' | 'note' | 'body' | 'files'>;

/** What the handler of an open route is given. */
export interface OpenRequest extends AnyRequest {
  /** Who is signed in already, if anybody is. */
  readonly session: { readonly sessionId: string; readonly person: Person } | undefined;
  cookie(name: CookieName): string | undefined;
  /** What the browser says that it is; empty when it says nothing. */
  readonly browser: string;
}

/** The names of the permissions behind which that is shown. */
type Behind<Table extends PermissionTable, Shown extends DeclaredPermission['shows']> = {
  [Name in keyof Table & string]: Table[Name]['shows'] extends Shown ? Name : never;
}[keyof Table & string];

/**
 * What of the records the answer shows, which is written to the audit trail before it is sent. A page
 * of records says it, or says that it shows none; a child's page has no choice. Changes need not say
 * it: the tables' own triggers write them.
 */
export type AuditedRead<Table extends PermissionTable> = { readonly method: 'GET' } & (
  | { readonly permission: Behind<Table, 'no child'>; readonly audit?: Audit | 'shows no child' }
  | { readonly permission: Behind<Table, 'one child'>; readonly audit: Audit }
  | { readonly permission: Behind<Table, 'children'>; readonly audit: Audit | 'shows no child' }
);

type Audited<Table extends PermissionTable> =
  | AuditedRead<Table>
  | { readonly method: 'POST'; readonly permission: keyof Table & string; readonly audit?: Audit };

interface Handled {
  /** `/children/:childId`; a part with a colon is named in `params`. */
  readonly path: string;
  readonly handle: (request: PageRequest) => Reply | Promise<Reply>;
}

/** One row of a wing's routing table. Without a permission of its table, or of records without an audit event, there is no route. */
export type RouteOf<Table extends PermissionTable> = Handled & Audited<Table>;

/** A row of any wing's routing table, as it is served. */
export interface Route extends Handled {
  readonly method: 'GET' | 'POST';
  readonly permission: string;
  readonly audit?: Audit | 'shows no child';
}

/** One row of the table of routes that need no sign-in: signing in itself, and no other. */
export interface OpenRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** How often a minute one address may ask. */
  readonly timesAMinute: number;
  readonly handle: (request: OpenRequest) => Reply | Promise<Reply>;
}
