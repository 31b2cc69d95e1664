import type { Definition } from './definitions.ts';
import type { ChildrenFigures, MovementFigures } from './report.ts';

const EPISODES = 'Care episodes of the SSDA903 return (children looked after)';
const UASC = 'Unaccompanied asylum-seeking children module of the SSDA903 return';

function children(name: string, definition: string, source = EPISODES): Definition {
  return { name, definition, unit: 'children', source };
}

/** How those looked after at the start and at the end of the week hang together. */
const BALANCE =
  'Looked after at the start, and all who started or joined, less all who ceased or left, are those looked after on the last night.';

function episodes(name: string, definition: string): Definition {
  return { name, definition, unit: 'episodes', source: EPISODES };
}

/** What the counts of children mean. */
export const CHILDREN_DEFINITIONS: Readonly<
  Record<`children.${keyof ChildrenFigures<number>}`, Definition>
> = {
  'children.total': children(
    'Children looked after',
    'Children with an episode on the last night of the week or, while the week is not over, on the night of today: that is the last night here. A night falls in an episode when the episode began (DECOM) on or before it and had not ended: DEC is empty or later than the night. Agreed short breaks (legal status V3 and V4) are left out.',
  ),
  'children.byGroup': children(
    'Children by placement group',
    'The children looked after, by the type (PLACE) and provider (PLACE_PROVIDER) of the placement on the last night. Fostering with relatives or friends: U1 to U3. Fostering, in house: U4 to U6 with PR1, PR2 or PR3; agency: with PR4 or PR5. Residential: K2, R1. Secure: K1. Supported: K3, H5, P2. Residential school: S1. With parents: P1. Placed for adoption: A3 to A6. Custody: R5. Temporary: T0 to T4. Other: every other type, and U4 to U6 with no such provider.',
  ),
  'children.inArea': children(
    'Placed in area',
    'The children looked after whose placement lies inside the council’s own boundary on the last night, by the local authority of its postcode.',
    'Care episodes (PL_POST) and a postcode directory',
  ),
  'children.outOfArea': children(
    'Placed out of area',
    'The children looked after whose placement lies outside the council’s own boundary on the last night, by the local authority of its postcode.',
    'Care episodes (PL_POST) and a postcode directory',
  ),
  'children.areaUnknown': children(
    'Area not known',
    'The children looked after whose placement’s postcode is missing or in no postcode directory that has been loaded.',
    'Care episodes (PL_POST) and a postcode directory',
  ),
  'children.over20MilesAndOut': children(
    'Over 20 miles and out of area',
    'The children placed out of area whose placement is more than 20 miles in a straight line from home. Where the distance is not known the child is not counted.',
    'Care episodes (HOME_POST, PL_POST) and a postcode directory',
  ),
  'children.aged16plus': children(
    'Aged 16 and over',
    'The children looked after who had reached their sixteenth birthday on the last night. A child whose date of birth is not known is not counted, and is a finding.',
    'Header module of the SSDA903 return (DOB)',
  ),
  'children.uasc': children(
    'Unaccompanied asylum-seeking children',
    'The children looked after who are recorded as unaccompanied and whose status had not ceased (DUC empty or later than the last night).',
    UASC,
  ),
  'children.shortBreaks': children(
    'In short breaks',
    'Children with an episode under an agreed series of short breaks (legal status V3 or V4) on the last night. They are in no other count.',
  ),
  'children.leftOut': children(
    'Left out: open in an older return, not in the newest',
    'Children whose last episode an older return left open and whom the newest whole return does not name. They are counted up to 31 March of the last return that named them, no longer, until somebody says what became of a child (care ended, moved to another authority, missing from the return by mistake), who is then counted to that day, or on; each is a finding (open-but-gone); here stand those who are left out of the last night, those of short breaks among them. Shown where there are any.',
    'Care episodes of every return that is held',
  ),
};

/** What the counts of movement mean. */
export const MOVEMENT_DEFINITIONS: Readonly<
  Record<`movement.${keyof MovementFigures<number>}`, Definition>
> = {
  'movement.atStart': children(
    'Looked after at the start of the week',
    `The children looked after on the night before the seven of the week, as now known. ${BALANCE}`,
  ),
  'movement.starts': episodes(
    'Started to be looked after',
    'Episodes that begin in the week (DECOM on one of its seven dates, as far as they have come) because the child started to be looked after (RNE S). Short breaks are left out.',
  ),
  'movement.ends': episodes(
    'Ceased to be looked after',
    'Episodes that end in the week (DEC on one of its seven dates, as far as they have come) with a reason (REC) of the code list other than X1, which only says that another episode follows. A REC that is a code of no year is not counted here but under those who left without a readable end, and is a finding. Short breaks are left out.',
  ),
  'movement.joinedWithoutStart': children(
    'Joined without a readable start',
    `Children who are looked after on a night of the week and were not the night before, where no episode of that day begins with RNE S: the reason is missing, no code, or one that goes on from an episode that is not held, or the child comes from short breaks. Also whoever ceased on a day and is looked after in its night without a new start. ${BALANCE} Shown where there are any.`,
  ),
  'movement.leftWithoutEnd': children(
    'Left without a readable end',
    `Children who were looked after on a night and are not on the next of the week, where no episode of that day ends with a reason (REC) for ceasing: the reason is missing, no code, or X1 with nothing after it, the newest return does not name the child, or short breaks follow. Also whoever starts (RNE S) on a day and was looked after up to it without an end. ${BALANCE} Shown where there are any.`,
  ),
  'movement.placementMoves': episodes(
    'Placement moves',
    'Episodes that begin in the week with a change of placement (RNE P, T, B or U), those into and out of temporary placements included. Short breaks are left out.',
  ),
  'movement.unplannedMoves': episodes(
    'Unplanned moves',
    'Placement moves of which the episode that ended on the same day gives a reason for the change (REASON_PLACE_CHANGE) other than CARPL (care plan) and PLACE (change of status only). A move without a reason, or for a reason that is a code of no year, is not counted here, and is a finding.',
  ),
};
