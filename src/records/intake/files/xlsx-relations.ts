import { posix } from 'node:path';
import type { WorkbookParts } from './xlsx-container.ts';
import { readPart } from './xlsx-xml.ts';

/** What one part of a workbook says of another. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`. The words before differ between the two forms of the format. */
  readonly type: string;
  /** The name of the other part. */
  readonly part: string;
}

/** The relations of a part, or with an empty name of the workbook itself; none when it states none. */
export async function relationsOf(
  parts: WorkbookParts,
  name: string,
): Promise<readonly Relation[]> {
  const folder = posix.dirname(name);
  const stated = posix.join(folder, '_rels', `${posix.basename(name)}.rels`);
  if (!parts.has(stated)) return [];
  const relations: Relation[] = [];
  await readPart(parts, stated, {
    open(element, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (element !== 'Relationship' || mode === 'External') return;
      if (id === undefined || type === undefined || target === undefined) return;
      const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, type: type.split('/').at(-1) ?? '', part });
    },
  });
  return relations;
}
