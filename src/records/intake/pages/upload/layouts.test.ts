import { expect, test } from 'vitest';
import { memorySource } from '../../files/memory-source.ts';
import { recogniseFile } from '../../files/recognise-file.ts';
import { exampleCsv, KNOWN_LAYOUTS } from './layouts.ts';

test.each(KNOWN_LAYOUTS.map((layout) => [layout.kind, layout] as const))(
  'the example of %s is recognised as what it is',
  async (kind, layout) => {
    const recognised = await recogniseFile(memorySource('example.csv', exampleCsv(layout)));
    expect(recognised).toMatchObject({ kind, extraColumns: [], missingColumns: [] });
  },
);
