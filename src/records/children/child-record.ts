import type { PlainDate } from '../../core/plain-date.ts';
import type { ChildLink } from '../links/child-link.ts';
import type { Child, CostElement, Episode, Payment, Severity } from '../model.ts';
import type { Permission } from '../permissions.ts';
import type { ChildName } from './load-name.ts';
import type { HeldReview, ReviewsKnown } from './reviews-due.ts';

/** A time for which the child was missing or away. */
export interface MissingEpisode {
  readonly start: PlainDate;
  readonly end: PlainDate | undefined;
  /** MISSING of the SSDA903 return. */
  readonly kind: string | undefined;
}

/** A time for which one social worker was the child's. */
export interface SocialWorkerEpisode {
  readonly socialWorker: string | undefined;
  readonly start: PlainDate;
  readonly end: PlainDate | undefined;
  /** SW_REASON of the SSDA903 return. */
  readonly reason: string | undefined;
}

/** A change that the history rules made to what was reported of the child. */
export interface RecordedRepair {
  readonly rule: string;
  readonly module: string;
  readonly recordKey: string;
  readonly before: Readonly<Record<string, string | null>>;
  readonly after: Readonly<Record<string, string | null>>;
  readonly importId: string;
}

/** Something in the child's records that a person should look at. */
export interface ChildFinding {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** Where it was found, when it was in a file. */
  readonly file?: {
    readonly path: string;
    readonly line: number | null;
    readonly importId: string;
  };
}

/** Whether the reader may follow a link. */
export type May = (permission: Permission) => boolean;

/** Everything that is held of one child. */
export interface ChildRecord {
  readonly child: Child;
  readonly pseudonym: string;
  /** What the child is called and where the child’s home is; undefined where it is not known, or not for the reader. */
  readonly name: ChildName | undefined;
  /** Whether only named people may see the child. */
  readonly restricted: boolean;
  /** The links of the child’s identifiers that stand. */
  readonly links: readonly ChildLink[];
  /** In order of date. */
  readonly episodes: readonly Episode[];
  /** Names of the registered settings and agencies of the episodes, by URN. */
  readonly providers: ReadonlyMap<string, string>;
  readonly reviews: readonly HeldReview[];
  /** Undefined when no return reports any review. */
  readonly reviewsKnown: ReviewsKnown | undefined;
  readonly missing: readonly MissingEpisode[];
  readonly socialWorkers: readonly SocialWorkerEpisode[];
  readonly elements: readonly CostElement[];
  readonly payments: readonly Payment[];
  readonly repairs: readonly RecordedRepair[];
  /** Findings of files, not yet resolved. */
  readonly findings: readonly ChildFinding[];
}
