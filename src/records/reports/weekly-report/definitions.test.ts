import { describe, expect, it } from 'vitest';
import { DEFINITIONS, definitionAnchor, FIGURE_NAMES } from './definitions.ts';
import { exampleReport } from './example.ts';

describe('the definitions', () => {
  it('cover every figure of the report', () => {
    const { children, movement, spend } = exampleReport();
    const named = [
      ...Object.keys(children).map((key) => `children.${key}`),
      ...Object.keys(movement).map((key) => `movement.${key}`),
      ...Object.keys(spend).flatMap((key) => (key === 'byGroup' ? [] : [`spend.${key}`])),
      ...Object.keys(spend.byGroup[0] ?? {}).flatMap((key) =>
        key === 'group' ? [] : [`spend.byGroup.${key}`],
      ),
      ...['highCost', 'changes', 'findings'],
    ];
    expect([...FIGURE_NAMES].sort()).toEqual(named.sort());
  });

  it('are sentences under names and anchors of their own', () => {
    for (const { definition } of Object.values(DEFINITIONS))
      expect(definition).toMatch(/^[A-Z].*\.$/);
    const names = new Set(Object.values(DEFINITIONS).map(({ name }) => name));
    const anchors = new Set(FIGURE_NAMES.map(definitionAnchor));
    expect(names.size).toBe(FIGURE_NAMES.length);
    expect(anchors.size).toBe(FIGURE_NAMES.length);
    for (const anchor of anchors) expect(anchor).toMatch(/^[a-z0-9-]+$/);
  });
});
