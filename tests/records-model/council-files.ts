/** The kinds of file that the sequences hold: how each lies in CSV, what its rows are about, and by what one is told from another. */
export const KINDS = {
  placement_costs: {
    header:
      'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective',
    about: 'child_id',
    spoils: 'weekly_rate',
    key: ['child_id', 'placement_start', 'element', 'funder', 'from'],
    labels: ['provider', 'cost_centre', 'subjective'],
    shape: 'lines',
  },
  payments: {
    header:
      'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref',
    about: 'payment_ref',
    spoils: 'gross',
    key: ['payment_ref', 'child_id', 'placement_start', 'element', 'period_from'],
    labels: [],
    shape: 'lines',
  },
  general_ledger: {
    header:
      'journal,journal_line,posting_date,financial_year,accounting_period,cost_centre,subjective,amount,supplier,reference,description,journal_type',
    about: 'journal',
    spoils: 'amount',
    key: ['journal', 'journal_line'],
    labels: [],
    shape: 'lines',
  },
  budgets: {
    header: 'financial_year,cost_centre,subjective,description,annual_amount,profile',
    about: 'cost_centre',
    spoils: 'annual_amount',
    key: ['financial_year', 'cost_centre', 'subjective'],
    shape: 'list',
  },
  postcodes: {
    header: 'postcode,district,easting,northing',
    about: 'postcode',
    spoils: 'easting',
    key: ['postcode'],
    shape: 'list',
  },
  providers: {
    header: 'URN,name,type,sector',
    about: 'URN',
    spoils: 'name',
    key: ['URN'],
    shape: 'list',
  },
  children_names: {
    header: 'child_id,given_name,family_name,home_address',
    about: 'child_id',
    spoils: 'given_name',
    key: ['child_id'],
    shape: 'list',
  },
  header: {
    header: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
    about: 'CHILD',
    spoils: undefined,
    key: [],
    shape: 'return',
  },
  episodes: {
    header:
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
    about: 'CHILD',
    spoils: 'DECOM',
    key: ['DECOM'],
    shape: 'return',
  },
  reviews: {
    header: 'CHILD,DOB,REVIEW,REVIEW_CODE',
    about: 'CHILD',
    spoils: 'REVIEW',
    key: ['REVIEW'],
    shape: 'return',
  },
  oc2: {
    header:
      'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
    about: 'CHILD',
    spoils: undefined,
    key: ['the return’s year'],
    shape: 'return',
  },
} as const;

export type Kind = keyof typeof KINDS;

/** The cells of a row, by the names of its columns. */
export type Cells = Readonly<Record<string, string>>;

/** A row, and what is wrong with it: it tells what it is about and cannot be used, or does not tell even that. */
export interface CouncilRow {
  readonly cells: Cells;
  readonly fault?: 'unusable' | 'about nobody';
}

/** A file of an import. */
export interface CouncilFile {
  readonly kind: Kind;
  /** The return’s year; 0 in a file of no return. */
  readonly year: number;
  /** Files of one kind and year are read in the order of these numbers. */
  readonly number: number;
  /** Whether it is a download of rejected rows come back. */
  readonly isCorrection: boolean;
  /** Whether it cannot be read to its end, so that the whole file is refused. */
  readonly isDamaged: boolean;
  readonly rows: readonly CouncilRow[];
}

/** For what whoever imports says that all files stand; undefined where nothing is said. */
export type SaidExtent = 'whole' | 'changes' | undefined;

/** Files that come in together. */
export interface Import {
  readonly what: 'import';
  readonly extent: SaidExtent;
  readonly files: readonly CouncilFile[];
}

/** An import taken back, or put back where it was: that of this number, counted round those made so far. */
export interface Turn {
  readonly what: 'turn';
  readonly which: number;
}

/** What a person says: what is recorded under the one identifier is of the child whom the other names. */
export interface Link {
  readonly what: 'link';
  readonly childId: string;
  readonly follows: string;
}

/** What is done to a council’s records, one after the other. Another kind of step is one more member here, in `sequences.ts`, in `SlowCouncil` and in `CouncilUnderTest`. */
export type Step = Import | Turn | Link;

/** In the path of a file that cannot be read to its end. */
export const DAMAGED = ', damaged';

/** Where the file stands in its import. */
export function pathOf({ kind, year, number, isDamaged }: CouncilFile): string {
  const name = `${number} ${kind}${isDamaged ? DAMAGED : ''}.csv`;
  return year === 0 ? name : `${year}/${name}`;
}

/** The file as CSV. */
export function textOf({ kind, isCorrection, rows }: CouncilFile): string {
  const { header, about, spoils } = KINDS[kind];
  const columns = header.split(',');
  const lines = rows.map(({ cells, fault }, at) => {
    const spoilt = { ...cells };
    if (fault === 'about nobody') spoilt[about] = '';
    if (fault === 'unusable' && spoils !== undefined) {
      spoilt[spoils] = spoils.endsWith('name') ? '' : 'x';
      if (spoils === 'given_name') spoilt.family_name = '';
    }
    const told = columns.map((name) => spoilt[name] ?? '').join(',');
    return isCorrection ? `${told},${at + 2},it could not be read\n` : `${told}\n`;
  });
  const first = isCorrection ? `${header},wellplaced_line,wellplaced_reason` : header;
  return `${first}\n${lines.join('')}`;
}

/** A sequence as somebody would try it by hand. */
export function inWords(steps: readonly Step[]): string {
  return steps
    .map((step, at) => {
      if (step.what === 'turn') return `${at + 1}. turn import ${step.which} round\n`;
      if (step.what === 'link') {
        return `${at + 1}. link ${step.childId}, which follows ${step.follows}\n`;
      }
      const files = step.files.map((file) => `--- ${pathOf(file)}\n${textOf(file)}`);
      return `${at + 1}. import, ${step.extent ?? 'as its files usually stand'}\n${files.join('')}`;
    })
    .join('\n');
}
