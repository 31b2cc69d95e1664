import type {
  CellValue,
  TabularColumn,
  TabularData,
  TabularRow,
} from '../../../platform/downloads/tabular-data.ts';
import { PLACEMENT_GROUP_NAMES, PLACEMENT_GROUPS } from '../../codes/placement-group.ts';
import { AUDIT_NOTE, AUDIT_NOTE_DEFINITION, auditNoteMark } from './audit-note.ts';
import { DEFINITIONS, type FigureName } from './definitions.ts';
import { COST_GROUP_NAMES } from './group-names.ts';
import { listTables, withheldTable } from './list-tables.ts';
import type { PublishedReport, WeeklyReport } from './report.ts';

/** Either version of the report. */
export type AnyReport = WeeklyReport | PublishedReport;

/** One table of the report, whole in memory, under a short name for files and links. */
export interface ReportTable extends TabularData {
  readonly name: string;
  readonly rows: readonly TabularRow[];
}

const FIGURE: TabularColumn = { key: 'figure', heading: 'Figure', type: 'text' };
const GROUP: TabularColumn = { key: 'group', heading: 'Placement group', type: 'text' };

/** Figures that are nought in a council whose returns are whole, and said where they are not. */
const WHERE_ANY: ReadonlySet<string> = new Set(['leftOut', 'joinedWithoutStart', 'leftWithoutEnd']);

function figureRows(part: string, figures: object, names: readonly string[]): TabularRow[] {
  return names.flatMap((key) => {
    const value = (figures as Record<string, CellValue>)[key];
    if (value === 0 && WHERE_ANY.has(key)) return [];
    return [{ figure: DEFINITIONS[`${part}.${key}` as FigureName].name, value }];
  });
}

function about(report: AnyReport): ReportTable {
  const auditNote = auditNoteMark(report.auditNote);
  const noted: readonly TabularColumn[] = [
    { key: 'auditNote', heading: AUDIT_NOTE, type: 'text' },
    { key: 'auditNoteIs', heading: 'What that is', type: 'text' },
  ];
  return {
    name: 'about',
    title: 'About this report',
    columns: [
      { key: 'authority', heading: 'Council', type: 'text' },
      { key: 'weekEnding', heading: 'Week ending', type: 'date' },
      { key: 'countsTo', heading: 'Counted to', type: 'date' },
      { key: 'marking', heading: 'Marking', type: 'text' },
      ...(auditNote === undefined ? [] : noted),
    ],
    rows: [
      {
        authority: report.authority.name,
        weekEnding: report.weekEnding,
        countsTo: report.countsTo,
        marking: report.marking,
        ...(auditNote !== undefined && { auditNote, auditNoteIs: AUDIT_NOTE_DEFINITION }),
      },
    ],
  };
}

function activity({ children, movement }: AnyReport): ReportTable[] {
  const { byGroup, ...single } = children;
  const columns: readonly TabularColumn[] = [
    FIGURE,
    { key: 'value', heading: 'Number', type: 'whole' },
  ];
  return [
    {
      name: 'children',
      title: 'Children looked after',
      columns,
      rows: figureRows('children', single, [
        'total',
        'inArea',
        'outOfArea',
        'areaUnknown',
        'over20MilesAndOut',
        'aged16plus',
        'uasc',
        'shortBreaks',
        'leftOut',
      ]),
    },
    {
      name: 'children-by-group',
      title: 'Children by placement group',
      columns: [GROUP, { key: 'children', heading: 'Children', type: 'whole' }],
      rows: PLACEMENT_GROUPS.map((group) => ({
        group: PLACEMENT_GROUP_NAMES[group],
        children: byGroup[group],
      })),
    },
    {
      name: 'movement',
      title: 'Movement in the week',
      columns,
      rows: figureRows('movement', movement, [
        'atStart',
        'starts',
        'joinedWithoutStart',
        'ends',
        'leftWithoutEnd',
        'placementMoves',
        'unplannedMoves',
      ]),
    },
  ];
}

function spend({ spend: figures, working }: AnyReport): ReportTable[] {
  const charged: readonly TabularColumn[] = working
    ? [{ key: 'childrenCharged', heading: 'Children with a cost', type: 'whole' }]
    : [];
  return [
    {
      name: 'spend',
      title: 'Spend',
      columns: [FIGURE, { key: 'value', heading: 'Amount', type: 'money' }],
      rows: figureRows('spend', figures, [
        'weekPence',
        'netOfContributionsPence',
        'yearToDatePence',
        'budgetToDatePence',
        'projectedOutturnPence',
        'committedPence',
        'disputedWeekPence',
        'disputedYearToDatePence',
        'shortBreaksWeekPence',
      ]),
    },
    {
      name: 'children-with-a-cost',
      title: 'Children with a cost',
      columns: [FIGURE, { key: 'value', heading: 'Number', type: 'whole' }],
      rows: figureRows('spend', figures, [
        'childrenCharged',
        'childrenWithContributions',
        'childrenDisputed',
        'childrenDisputedInYear',
        'shortBreaksChildrenCharged',
      ]),
    },
    {
      name: 'spend-by-group',
      title: 'Spend by placement group',
      columns: [
        GROUP,
        { key: 'nights', heading: 'Nights', type: 'whole' },
        { key: 'weekPence', heading: 'Week', type: 'money' },
        { key: 'averageWeeklyPence', heading: 'Average weekly', type: 'money' },
        ...charged,
      ],
      rows: figures.byGroup.map((row) => ({ ...row, group: COST_GROUP_NAMES[row.group] })),
    },
  ];
}

/** The report as named tables, in its order, for files and for text: money in pence, withheld figures as `[c]`. */
export function reportTables(report: AnyReport): readonly ReportTable[] {
  const lists = report.working ? listTables(report) : [withheldTable(report)];
  return [about(report), ...activity(report), ...spend(report), ...lists];
}
