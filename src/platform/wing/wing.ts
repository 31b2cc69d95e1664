import type { VNode } from 'preact';
import type { Names } from '../audit/entry.ts';
import type { Ground, Migration } from '../database/ground.ts';
import type { Definitions } from '../definitions/definitions.ts';
import type { ApiRoute } from '../http/api/api-route.ts';
import type { PageRequest, Person, Route, RouteOf } from '../http/route.ts';
import type { Holdings } from '../identity/leaving/holdings.ts';
import type { Handler } from '../jobs/worker.ts';
import type { AnyPermissions, Permissions, PermissionTable } from '../permission/permissions.ts';
import type { ScheduledJob } from '../schedule/scheduled-job.ts';
import type { Setting } from '../settings/setting.ts';
import type { LoadHiddenFrom } from '../tasks/hidden-from.ts';
import type { WaitingKind } from '../tasks/waiting.ts';
import type { AnyWorkflow } from '../workflow/workflow.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { House, WorkingHouse } from './house.ts';
import type { PagePart, PageWithParts } from './page-part.tsx';

/** A page that stands in the navigation. */
export interface NavigationEntry {
  /** Of which section; the first entry of a section is where its name leads. */
  readonly section: string;
  readonly text: string;
  readonly href: string;
}

/** Long work of one kind. */
export interface Job {
  readonly queue: string;
  readonly work: Handler<never>;
  /** Told of the job that a process died with. */
  readonly onDeath?: (data: never) => Promise<void>;
}

/** A wing as it serves and works: made once in each process. */
export interface OpenWing<Table extends PermissionTable = PermissionTable> {
  readonly routes: readonly RouteOf<Table>[];
  readonly api?: readonly ApiRoute[];
  readonly jobs?: readonly Job[];
  /** At the start of a process and every minute, council by council: takes up what was left behind. */
  readonly lookAround?: (authority: string, when: 'at the start' | 'every minute') => Promise<void>;
  /** The figures that a person's role answers for, on the page that they start from. What waits for them is in `waiting`. */
  readonly atHome?: (request: PageRequest) => Promise<readonly VNode[]>;
}

/** What the wings above and below may be asked for when a wing opens. */
export interface Neighbours {
  /** What all wings add to the page. */
  partsOf(page: PageWithParts): readonly PagePart[];
}

/** Everything that a wing or a lever adds to the whole, in one value. */
export interface Wing<Table extends PermissionTable = PermissionTable> {
  /** The name of its folder. */
  readonly name: string;
  /** Its permissions with their default roles, and those of what it stands on. */
  readonly permissions: Permissions<Table>;
  readonly migrations: readonly Migration[];
  readonly navigation: readonly NavigationEntry[];
  /** What its tables, lists and columns are called on the trail. */
  readonly names: Names;
  readonly queues: readonly string[];
  readonly definitions: Definitions;
  readonly parts: readonly PagePart<keyof Table & string>[];
  /** What each council may settle for itself. */
  readonly settings: readonly Setting[];
  /** What it does by the clock, for each council. */
  readonly schedule: readonly ScheduledJob[];
  /** What of the wing waits for people, kind by kind. */
  readonly waiting: readonly WaitingKind<keyof Table & string>[];
  /** What may be done to its cases. */
  readonly workflows: readonly AnyWorkflow[];
  /** What people hold open in it. */
  readonly holdings?: readonly Holdings[];
  /** The ground without what the person may not see. */
  readonly narrowed?: (ground: Ground, person: Person, now: Date) => Ground;
  /** From whom it hides which child, for work that is with somebody. */
  readonly hiddenFrom?: LoadHiddenFrom;
  readonly demonstration?: {
    /** Founds the invented council and gives its code; one wing does. */
    readonly found?: (house: House) => Promise<string>;
    /** What its people did last week, so that nobody meets an empty page. */
    readonly fill?: (house: House, authority: string) => Promise<void>;
  };
  /** What somebody who looks after the service should know about a council. */
  readonly checks?: (house: House, authority: string) => Promise<readonly Diagnosis[]>;
  readonly open: (house: WorkingHouse, neighbours: Neighbours) => OpenWing<Table>;
}

/** A wing with nothing but what is given. */
export function wing<Table extends PermissionTable>(
  given: Pick<Wing<Table>, 'name' | 'permissions' | 'open'> & Partial<Wing<Table>>,
): Wing<Table> {
  return {
    migrations: [],
    navigation: [],
    names: { things: {}, columns: {} },
    queues: [],
    definitions: { sections: [], unconfirmed: [] },
    parts: [],
    settings: [],
    schedule: [],
    waiting: [],
    workflows: [],
    ...given,
  };
}

/** A wing among others, its own types forgotten. */
export type AnyWing = Omit<Wing, 'permissions' | 'parts' | 'waiting' | 'open'> & {
  readonly parts: readonly PagePart[];
  readonly waiting: readonly WaitingKind[];
  readonly permissions: AnyPermissions;
  readonly open: (
    house: WorkingHouse,
    neighbours: Neighbours,
  ) => Omit<OpenWing, 'routes'> & { readonly routes: readonly Route[] };
};
