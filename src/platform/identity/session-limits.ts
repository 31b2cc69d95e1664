/** How long a session lasts. */
export interface SessionLimits {
  /** Without a request. */
  readonly idleMinutes: number;
  /** Whatever happens. */
  readonly absoluteHours: number;
}

const MINUTE = 60_000;

/** The moments since which a session that still lasts must have begun and must have been seen. */
export function oldestThatLast(limits: SessionLimits, now: Date) {
  return {
    begun: new Date(now.getTime() - limits.absoluteHours * 60 * MINUTE),
    seen: new Date(now.getTime() - limits.idleMinutes * MINUTE),
  };
}

/** Whether the session's being seen should be written down again: once a minute, not at each request. */
export function isSeenAnew(lastSeen: Date, now: Date): boolean {
  return now.getTime() - lastSeen.getTime() >= MINUTE;
}
