import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReadingLimits } from './limits.ts';
import type { Answer, Question } from './messages.ts';
import type { Ending } from './refusals.ts';

/** A reading process that is no more, or was ended. */
export class ReadingEnded extends Error {
  /** For the log, which shows no message. */
  readonly code: string;
  readonly ending: Ending;
  readonly idle: boolean;

  constructor(ending: Ending, said: string, idle = false) {
    super(said);
    this.name = 'ReadingEnded';
    this.code = `${ending}: ${said}`;
    this.ending = ending;
    this.idle = idle;
  }
}

type Told = Exclude<Answer, { progress: true } | { idle: true }>;

/** What a process says when its heap is full, or V8 meets a size that it cannot have. */
const OUT_OF_MEMORY =
  /heap|out of memory|Allocation failed|invalid (?:array length|table size|size)/i;
const SAID_LAST = 4_000;
/** The part of the heap where rows live and die, large from the start, is cleared less often. */
const YOUNG = ['--min-semi-space-size=16', '--max-semi-space-size=16'];

/** The program that reads. Run from source, the one that was built from it: Node 20 runs no TypeScript. */
function entryPoint(): string {
  const beside = new URL('./entry.js', import.meta.url);
  const here = fileURLToPath(beside);
  const at = here.lastIndexOf('/src/records/');
  const fromSource = import.meta.url.endsWith('.ts') && at !== -1;
  return fromSource ? `${here.slice(0, at)}/dist${here.slice(at + '/src'.length)}` : here;
}

/** One process that reads foreign files, seen from outside: it says something, or it is ended. */
export class ReadingProcess {
  readonly #limits: ReadingLimits;
  readonly #onProgress: () => void;
  readonly #child: ChildProcess;
  readonly #told: Told[] = [];
  #end: ReadingEnded | undefined;
  #cause: ReadingEnded | undefined;
  #wake = () => {};
  #stderr = '';
  /** How long the file at hand has been waited for. */
  #waited = 0;

  constructor(limits: ReadingLimits, onProgress: () => void) {
    this.#limits = limits;
    this.#onProgress = onProgress;
    // It is given nothing of this process: what it reads is foreign, and it needs no password.
    this.#child = fork(entryPoint(), [JSON.stringify(limits), String(process.pid)], {
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, ...YOUNG],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (piece) => {
      this.#stderr = (this.#stderr + piece).slice(-SAID_LAST);
    });
    this.#child.on('message', (answer: Answer) => this.#hear(answer));
    this.#child.on('error', (error) => this.#over(new ReadingEnded('not-started', error.message)));
    this.#child.on('close', (code, signal) => this.#over(this.#endOf(code, signal)));
  }

  /** Whether the process can be asked something. */
  get lives(): boolean {
    return this.#end === undefined && this.#cause === undefined;
  }

  /** Whether it has said something that was not listened to yet, as it may have before its end. */
  get hasSaid(): boolean {
    return this.#told.length > 0;
  }

  /** Asks something; the answers come in the order of the questions. */
  ask(question: Question): void {
    if (this.lives) this.#child.send(question, () => undefined); // an end is heard of by itself
  }

  /** The next thing that the process says. Throws a ReadingEnded when it ends, comes to no end or takes too long. */
  async next(): Promise<Told> {
    const started = performance.now();
    let answered = false;
    try {
      for (;;) {
        const told = this.#told.shift();
        if (told !== undefined) {
          answered = !('batch' in told);
          return told;
        }
        if (this.#end !== undefined) throw this.#end;
        const left = this.#limits.overall - this.#waited - (performance.now() - started);
        await this.#heard(Math.min(this.#limits.stall, left), left < this.#limits.stall);
      }
    } finally {
      this.#waited = answered ? 0 : this.#waited + performance.now() - started;
    }
  }

  /** Ends the process at once. */
  end(why: ReadingEnded = new ReadingEnded('ended', 'no longer needed')): void {
    this.#cause ??= why;
    this.#child.kill('SIGKILL');
  }

  /** Resolves when anything was heard; ends the process when nothing is for so long. */
  #heard(milliseconds: number, isLast: boolean): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.end(new ReadingEnded(isLast ? 'overall' : 'stalled', 'ended by the program')),
        Math.max(0, milliseconds),
      );
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #hear(answer: Answer): void {
    if ('idle' in answer) {
      this.end(new ReadingEnded('stalled', 'it waits for what never comes', true));
      return;
    }
    if ('progress' in answer) this.#onProgress();
    else this.#told.push(answer);
    this.#wake();
  }

  #over(end: ReadingEnded): void {
    this.#end ??= end;
    this.#wake();
  }

  #endOf(code: number | null, signal: NodeJS.Signals | null): ReadingEnded {
    if (this.#cause !== undefined) return this.#cause;
    const said = `exit code ${code}, signal ${signal}; ${this.#stderr.trim().split('\n')[0]}`;
    // Its guard, and a system short of memory, kill it; V8 says so and aborts.
    const memory = signal === 'SIGKILL' || OUT_OF_MEMORY.test(this.#stderr);
    return new ReadingEnded(memory ? 'memory' : 'ended', said);
  }
}
