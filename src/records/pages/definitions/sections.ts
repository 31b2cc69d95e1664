import {
  DEFINITIONS,
  definitionAnchor,
  FIGURE_NAMES,
  type FigureName,
} from '../../weekly-report/definitions.ts';
import { LIST_DEFINITIONS, type ListFigure, listAnchor } from './list-definitions.ts';

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

const HEADINGS: readonly (readonly [heading: string, holds: (figure: FigureName) => boolean])[] = [
  ['Children looked after', (figure) => figure.startsWith('children.')],
  ['Movement in the week', (figure) => figure.startsWith('movement.')],
  ['Expenditure', (figure) => figure.startsWith('spend.')],
  ['Lists of the report', (figure) => !figure.includes('.')],
];

function reportSections(): DefinitionSection[] {
  return HEADINGS.map(([heading, holds]) => ({
    heading,
    entries: FIGURE_NAMES.filter(holds).map((figure) => ({
      anchor: definitionAnchor(figure),
      ...DEFINITIONS[figure],
    })),
  }));
}

function listSection(): DefinitionSection {
  const figures = Object.keys(LIST_DEFINITIONS) as ListFigure[];
  return {
    heading: 'Payments and budgets',
    entries: figures.map((figure) => ({
      anchor: listAnchor(figure),
      ...LIST_DEFINITIONS[figure],
    })),
  };
}

/** Every definition in which the text searched for stands, under its heading; headings without one are left out. */
export function definitionSections(search: string | undefined): readonly DefinitionSection[] {
  const sought = search?.toLowerCase() ?? '';
  const holds = ({ name, definition, source }: DefinitionEntry) =>
    [name, definition, source].some((text) => text.toLowerCase().includes(sought));
  return [...reportSections(), listSection()]
    .map(({ heading, entries }) => ({ heading, entries: entries.filter(holds) }))
    .filter(({ entries }) => entries.length > 0);
}
