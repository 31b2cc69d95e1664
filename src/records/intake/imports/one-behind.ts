/** Lets one piece of work go on while the next is made ready: reading beside storing. */
export class OneBehind {
  #underWay: Promise<void> = Promise.resolve();

  /** Waits for the work before, throws what it threw, and starts this one without waiting for it. */
  async follow(work: () => Promise<void>): Promise<void> {
    await this.#underWay;
    this.#underWay = work();
    // Awaited by whoever follows or is done; until then a refusal must not count as unhandled.
    this.#underWay.catch(() => undefined);
  }

  /** Waits for the last work and throws what it threw. */
  done(): Promise<void> {
    return this.#underWay;
  }

  /** Waits until nothing is under way, however it ended: before a transaction is given up. */
  async settled(): Promise<void> {
    await this.#underWay.catch(() => undefined);
  }
}
