import type { DefinitionSection } from '../../platform/definitions/definitions.ts';
import { LIST_DEFINITIONS, type ListFigure, listAnchor } from './list-definitions.ts';
import { OUTTURN_DEFINITIONS, type OutturnFigure, outturnAnchor } from './outturn-definitions.ts';
import {
  DEFINITIONS,
  definitionAnchor,
  FIGURE_NAMES,
  type FigureName,
} from './weekly-report/definitions.ts';

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

function outturnSection(): DefinitionSection {
  const figures = Object.keys(OUTTURN_DEFINITIONS) as OutturnFigure[];
  return {
    heading: 'Outturn',
    entries: figures.map((figure) => ({
      anchor: outturnAnchor(figure),
      ...OUTTURN_DEFINITIONS[figure],
    })),
  };
}

/** Every definition of the records' figures, under its heading. */
export const DEFINITION_SECTIONS: readonly DefinitionSection[] = [
  ...reportSections(),
  listSection(),
  outturnSection(),
];
