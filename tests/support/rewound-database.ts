import type { PGlite } from '@electric-sql/pglite';

interface Node {
  contents: Uint8Array;
  usedBytes: number;
}

interface Stream {
  readonly path: string;
  /** Null once it is closed. */
  fd: number | null;
  node: Node;
  position: number;
}

/** What is used of the file system in which PGlite, compiled by Emscripten, keeps a database in memory. */
interface Files {
  readonly streams: (Stream | null | undefined)[];
  readdir(path: string): string[];
  stat(path: string): { readonly mode: number };
  isDir(mode: number): boolean;
  lookupPath(path: string): { readonly node: Node };
  writeFile(path: string, content: Uint8Array): void;
  mkdirTree(path: string): void;
  unlink(path: string): void;
  rmdir(path: string): void;
}

const DATA = '/pglite/data';

/** Every folder and file of the database, a folder before what is in it. */
function* everything(files: Files, folder = DATA): Generator<{ path: string; folder: boolean }> {
  for (const name of files.readdir(folder)) {
    if (name === '.' || name === '..') continue;
    const path = `${folder}/${name}`;
    if (files.isDir(files.stat(path).mode)) {
      yield { path, folder: true };
      yield* everything(files, path);
    } else yield { path, folder: false };
  }
}

/** The end of what is used of the memory: past it there are only zeros. */
function usedOf(memory: Uint8Array): number {
  const words = new Int32Array(memory.buffer);
  let last = words.length - 1;
  while (last > 0 && words[last] === 0) last--;
  return (last + 1) * 4;
}

/** Libraries that the database has loaded, which going back cannot unload. */
async function librariesOf(database: PGlite): Promise<number> {
  const { rows } = await database.query<{ many: number }>(
    'select count(*)::int as many from pg_get_loaded_modules()',
  );
  return rows[0]?.many ?? 0;
}

/**
 * Notes an embedded database in memory as it is now (its memory, its files and which of them are
 * open) and gives what sets it back to that, in a fiftieth of the time in which another is made: for PGlite
 * is one process without threads, which between two statements is nothing but these. Answers
 * whether it could: a library that was loaded since cannot be taken out.
 */
export async function rewinding(database: PGlite): Promise<() => Promise<boolean>> {
  await database.exec('do $$ begin end $$'); // Loads the one library that is always wanted.
  const libraries = await librariesOf(database);
  const files = database.Module.FS as unknown as Files;
  const { wasmMemory } = database.Module as unknown as { wasmMemory: WebAssembly.Memory };
  const heap = () => new Uint8Array(wasmMemory.buffer);
  const memory = heap().slice(0, usedOf(heap()));
  const folders = new Set<string>();
  const contents = new Map<string, Uint8Array>();
  for (const { path, folder } of everything(files)) {
    if (folder) folders.add(path);
    else {
      const { node } = files.lookupPath(path);
      contents.set(path, node.contents.slice(0, node.usedBytes));
    }
  }
  const streams = files.streams.map((stream) => stream && { stream, position: stream.position });

  function setBackFiles() {
    for (const { path, folder } of [...everything(files)].reverse()) {
      if (folder && !folders.has(path)) files.rmdir(path);
      if (!folder && !contents.has(path)) files.unlink(path);
    }
    for (const folder of folders) files.mkdirTree(folder);
    const there = new Set([...everything(files)].map(({ path }) => path));
    for (const [path, content] of contents) {
      if (!there.has(path)) files.writeFile(path, content);
      const { node } = files.lookupPath(path);
      if (node.contents.length < content.length) node.contents = content.slice();
      else {
        node.contents.set(content);
        node.contents.fill(0, content.length);
      }
      node.usedBytes = content.length;
    }
    files.streams.length = streams.length;
    streams.forEach((was, at) => {
      files.streams[at] = was?.stream;
      if (!was?.stream.path.startsWith(DATA)) return;
      was.stream.fd = at;
      was.stream.node = files.lookupPath(was.stream.path).node;
      was.stream.position = was.position;
    });
  }

  return async () => {
    const now = await librariesOf(database).catch(() => undefined); // Left in a transaction that failed.
    if (now !== libraries) return false;
    const used = usedOf(heap());
    heap().set(memory);
    heap().fill(0, memory.length, used);
    setBackFiles();
    return true;
  };
}
