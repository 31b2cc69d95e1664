import type { Readable } from 'node:stream';
import type { PlainDate } from '../../core/plain-date.ts';
import type { Ground } from '../database/ground.ts';
import type { Permission, Role } from './permission.ts';
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
  readonly name: string;
  readonly role: Role;
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

/** What a route's handler is given. */
export interface PageRequest {
  readonly council: Council;
  readonly person: Person;
  readonly today: PlainDate;
  readonly ground: Ground;
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

/** One row of a routing table. Without a permission there is no route. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** `/children/:childId`; a part with a colon is named in `params`. */
  readonly path: string;
  readonly permission: Permission;
  readonly handle: (request: PageRequest) => Reply | Promise<Reply>;
}
