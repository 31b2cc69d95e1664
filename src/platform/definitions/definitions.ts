/** One figure's definition and where on the page it stands. */
export interface DefinitionEntry {
  readonly anchor: string;
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly source: string;
}

/** Definitions under one heading. */
export interface DefinitionSection {
  readonly heading: string;
  readonly entries: readonly DefinitionEntry[];
}

/** A fact that the figures rest on and that no public source has confirmed. */
export interface UnconfirmedFact {
  readonly fact: string;
  readonly treatedAs: string;
}

/** What a wing's figures mean, and what they rest on that is not confirmed. */
export interface Definitions {
  readonly sections: readonly DefinitionSection[];
  readonly unconfirmed: readonly UnconfirmedFact[];
}

/** Every definition in which the text searched for stands, under its heading; headings without one are left out. */
export function searchDefinitions(
  sections: readonly DefinitionSection[],
  search: string | undefined,
): readonly DefinitionSection[] {
  const sought = search?.toLowerCase() ?? '';
  const holds = ({ name, definition, source }: DefinitionEntry) =>
    [name, definition, source].some((text) => text.toLowerCase().includes(sought));
  return sections
    .map(({ heading, entries }) => ({ heading, entries: entries.filter(holds) }))
    .filter(({ entries }) => entries.length > 0);
}
