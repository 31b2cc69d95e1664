import type { Readable } from 'node:stream';
import type { VNode } from 'preact';
import type { Crumb } from '../components/breadcrumbs.tsx';
import type { ReplyCookie } from './cookies.ts';

/** What of the records an answer shows, by the names of the trail: `child_id`. */
type Shown = Readonly<Record<string, string>>;

/** A page inside the layout that every page shares. */
export interface PageReply {
  readonly kind: 'page';
  /** The page's own title, the same words as its heading; the service and council names are added. */
  readonly title: string;
  /** The section of the navigation that the page belongs to. */
  readonly section?: string;
  /** From the top down to the page above this one. */
  readonly breadcrumbs?: readonly Crumb[];
  /** 200 unless said otherwise. A page with a status of 400 or more says "Error" in its title. */
  readonly status?: number;
  /** After how many seconds a browser without scripts asks for the page again; the page must offer a way to stop that (WCAG 2.2.1). */
  readonly refreshSeconds?: number | undefined;
  /** False for a page that, unlike others at its address, shows nothing of the records, such as how far an import is: it is not written to the audit trail, and so need not wait for the database. */
  readonly showsRecords?: false;
  /** What it shows beyond what its address says, for the audit trail: the child behind a case. */
  readonly shown?: Shown;
  readonly content: VNode;
}

/** A file that the browser saves. */
export interface DownloadReply {
  readonly kind: 'download';
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Buffer | Readable;
  /** How many rows it holds, where that is known before it is sent; for the audit trail. */
  readonly rows?: number;
  /** What it holds beyond what its address says, for the audit trail. */
  readonly shown?: Shown;
}

/** To another page of this service, after a form was taken (303, so that reload does not repeat it). */
export interface RedirectReply {
  readonly kind: 'redirect';
  readonly to: string;
  /** Set where a page stands at another address for good (301). */
  readonly forGood?: true;
  readonly cookies?: readonly ReplyCookie[];
  /** What was done, as the page says it once: `The note was added.` No child is named. */
  readonly done?: string;
}

/** To the sign-in or sign-out page of the council's identity provider, and nowhere else. */
export interface ProviderReply {
  readonly kind: 'provider';
  readonly to: URL;
  readonly cookies?: readonly ReplyCookie[];
}

/** Data for other systems and for scripts. */
export interface JsonReply {
  readonly kind: 'json';
  readonly value: unknown;
  readonly status?: number;
}

export type Reply = PageReply | DownloadReply | RedirectReply | ProviderReply | JsonReply;

/** A page of the service. */
export function page(parts: Omit<PageReply, 'kind'>): PageReply {
  return { kind: 'page', ...parts };
}

/** To a path of this service. Throws a RangeError for an address elsewhere. */
export function redirect(to: string, cookies?: readonly ReplyCookie[]): RedirectReply {
  if (!/^\/(?![/\\])/.test(to)) throw new RangeError(`"${to}" is not a path of this service`);
  return { kind: 'redirect', to, ...(cookies === undefined ? {} : { cookies }) };
}

/** To where a page has stood since its address changed; for links in mails and bookmarks. Throws as `redirect` does. */
export function movedTo(to: string): RedirectReply {
  return { ...redirect(to), forGood: true };
}

/** To a path of this service, whose page says first what was done. Throws as `redirect` does. */
export function doneAt(to: string, done: string): RedirectReply {
  return { ...redirect(to), done };
}

/** A value as JSON. */
export function json(value: unknown, status = 200): JsonReply {
  return { kind: 'json', value, status };
}
