import { connect, createServer, type Server, type Socket } from 'node:net';

/** A wire to a database server that can be cut and mended. */
export class CutWire {
  readonly #sockets = new Set<Socket>();
  readonly #target: URL;
  #server: Server | undefined;
  #whole = true;

  constructor(address: string) {
    this.#target = new URL(address);
  }

  /** The address of the database at this end of the wire. */
  async address(): Promise<string> {
    const server = createServer((near) => {
      const far = connect(Number(this.#target.port), this.#target.hostname);
      if (!this.#whole) far.destroy();
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from);
        from.on('error', () => undefined).on('close', () => to.destroy());
        from.pipe(to);
      }
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(this.#target);
    const bound = server.address();
    url.port = String(typeof bound === 'object' ? bound?.port : '');
    return url.href;
  }

  /** From now on the server is gone: every connection breaks, and no new one is made. */
  cut(): void {
    this.#whole = false;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  mend(): void {
    this.#whole = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}
