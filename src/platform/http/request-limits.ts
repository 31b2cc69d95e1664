/** How long the server waits for one request, and for how many at once. */
export interface RequestLimits {
  /** Until a request’s line and headers are in. */
  readonly headersMilliseconds: number;
  /** Until a form is in, and until an upload has come as far as its first file. */
  readonly formMilliseconds: number;
  /** Until every file of an upload is in. */
  readonly uploadMilliseconds: number;
  /** How many connections are open at once; more are turned away. */
  readonly connections: number;
  /** How often the server looks for requests that are late. */
  readonly lookMilliseconds: number;
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** An hour carries a gigabyte at 2.5 Mbit/s, less than any council office has. */
export const USUAL_LIMITS: RequestLimits = {
  headersMilliseconds: 20 * SECOND,
  formMilliseconds: 30 * SECOND,
  uploadMilliseconds: HOUR,
  connections: 1_000,
  lookMilliseconds: 5 * SECOND,
};
