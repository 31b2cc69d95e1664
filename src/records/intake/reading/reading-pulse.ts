import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import type { Answer } from './messages.ts';

const LOOK = 500;
/** A process that works spends more than this share of its time; one that waits for nothing, less. */
const BUSY = 0.05;

/**
 * Tells whoever waits that a reading comes on, as long as it really does: a timer alone would also
 * tick while the reading waits for what never comes.
 */
export class ReadingPulse {
  readonly #idle: number;
  readonly #say: (answer: Answer) => unknown;
  #timer: NodeJS.Timeout | undefined;
  #beats = 0;
  #told = 0;
  #since = 0;
  #load: EventLoopUtilization | undefined;
  #rests = false;

  constructor(idleMilliseconds: number, say: (answer: Answer) => unknown) {
    this.#idle = idleMilliseconds;
    this.#say = say;
  }

  /** Notes that something new was read. */
  beat(): void {
    this.#beats += 1;
  }

  start(): void {
    this.#renew();
    this.#timer = setInterval(() => this.#look(), LOOK);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Waits for the other side, which is no idling. */
  async resting<Value>(until: Promise<Value>): Promise<Value> {
    this.#rests = true;
    try {
      return await until;
    } finally {
      this.#rests = false;
      this.#renew();
    }
  }

  #renew(): void {
    this.#since = performance.now();
    this.#load = performance.eventLoopUtilization();
  }

  #look(): void {
    if (this.#rests) return;
    if (this.#beats !== this.#told) {
      this.#told = this.#beats;
      this.#renew();
      this.#say({ progress: true });
      return;
    }
    if (performance.now() - this.#since < this.#idle) return;
    const { utilization } = performance.eventLoopUtilization(
      performance.eventLoopUtilization(),
      this.#load,
    );
    if (utilization < BUSY) this.#say({ idle: true });
  }
}
