import type { Names } from '../platform/audit/entry.ts';
import type { Section } from '../platform/components/navigation.tsx';
import type { CouncilTransaction, Ground, Migration } from '../platform/database/ground.ts';
import { onePath } from '../platform/database/migration-files.ts';
import type { Definitions } from '../platform/definitions/definitions.ts';
import { DEFINITIONS_PATH } from '../platform/definitions/path.ts';
import { draftsHeld } from '../platform/forms/drafts/drafts-held.ts';
import { GROUND_SCHEDULE } from '../platform/ground-schedule.ts';
import type { Person } from '../platform/http/route.ts';
import type { Holdings } from '../platform/identity/leaving/holdings.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { GROUND_PERMISSIONS } from '../platform/permission/ground-permissions.ts';
import { everyPermission } from '../platform/permission/permissions.ts';
import { SCHEDULED_WORK_PATH } from '../platform/schedule/page/routes.tsx';
import type { ScheduledJob } from '../platform/schedule/scheduled-job.ts';
import { settingsPaths } from '../platform/settings/paths.ts';
import type { Setting } from '../platform/settings/setting.ts';
import type { HiddenFrom } from '../platform/tasks/hidden-from.ts';
import type { AllWork } from '../platform/tasks/load-work.ts';
import { kindsOf } from '../platform/tasks/waiting.ts';
import { workHeld } from '../platform/tasks/work-held.ts';
import type { PagePart, PageWithParts } from '../platform/wing/page-part.tsx';
import type { AnyWing, NavigationEntry } from '../platform/wing/wing.ts';
import type { AnyWorkflow } from '../platform/workflow/workflow.ts';
import * as wings from './wings.ts';

/** The wings that others stand on; levers follow by name. */
const FIRST = ['records', 'claims', 'forecast', 'programme'];

function place({ name }: AnyWing): number {
  const at = FIRST.indexOf(name);
  return at === -1 ? FIRST.length : at;
}

/** Every wing, those that others stand on first. */
export const WINGS: readonly AnyWing[] = Object.values<AnyWing>(wings).sort(
  (one, other) => place(one) - place(other) || one.name.localeCompare(other.name),
);

/** Everything that may be asked for. */
export const PERMISSIONS = everyPermission([
  GROUND_PERMISSIONS,
  ...WINGS.map(({ permissions }) => permissions),
]);

/** The one migration path, in the order of its numbers. */
export const ALL_MIGRATIONS: readonly Migration[] = onePath(
  platformMigrations,
  ...WINGS.map(({ migrations }) => migrations),
);

/** The queues of long work, to be made before anybody works. */
export const QUEUES: readonly string[] = WINGS.flatMap(({ queues }) => queues);

/** Whether any wing hides the child from the person. */
async function hiddenFrom(tx: CouncilTransaction<unknown>, now: Date): Promise<HiddenFrom> {
  const rules: HiddenFrom[] = [];
  for (const wing of WINGS) {
    const hides = await wing.hiddenFrom?.(tx, now);
    if (hides !== undefined) rules.push(hides);
  }
  return (childId, personId) => rules.some((hides) => hides(childId, personId));
}

/** All work that may wait for people, and who may do what. */
export const WORK: AllWork = {
  kinds: WINGS.flatMap(({ name, waiting }) => kindsOf(name, waiting)),
  permissions: PERMISSIONS,
  hiddenFrom,
};

/** What may be done to cases of every kind. */
export const WORKFLOWS: readonly AnyWorkflow[] = WINGS.flatMap(({ workflows }) => workflows);

/** What people hold open. */
export const HOLDINGS: readonly Holdings[] = [
  ...WINGS.flatMap(({ holdings }) => holdings ?? []),
  workHeld(WORK),
  draftsHeld,
];

/** All words together. Throws when two wings call one thing differently: the trail has one word for it. */
function together(parts: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [name, word] of parts.flatMap((part) => Object.entries(part))) {
    if ((words[name] ?? word) !== word) {
      throw new Error(`"${name}" is called "${words[name]}" by one wing and "${word}" by another`);
    }
    words[name] = word;
  }
  return words;
}

/** What tables, lists and columns are called on the trail. */
export const NAMES: Names = {
  things: together(WINGS.map(({ names }) => names.things)),
  columns: together(WINGS.map(({ names }) => names.columns)),
};

/** What every figure means. */
export const DEFINITIONS: Definitions = {
  sections: WINGS.flatMap(({ definitions }) => definitions.sections),
  unconfirmed: WINGS.flatMap(({ definitions }) => definitions.unconfirmed),
};

/** What each council may settle for itself. */
export const SETTINGS: readonly Setting[] = WINGS.flatMap(({ settings }) => settings);

/** What is due by the clock. */
export const SCHEDULE: readonly ScheduledJob[] = [
  ...GROUND_SCHEDULE,
  ...WINGS.flatMap(({ schedule }) => schedule),
];

/** What the wings add to the page, each for whoever may see it and for nobody else. */
export function partsOf(page: PageWithParts): readonly PagePart[] {
  const parts = WINGS.flatMap((wing) => wing.parts).filter((part) => part.page === page);
  return parts.map((part) => ({
    ...part,
    show: async (request) =>
      PERMISSIONS.mayDo(request.person.roles, part.permission) ? part.show(request) : undefined,
  }));
}

/** The ground as the person may see it. */
export function narrowed(ground: Ground, person: Person, now: Date): Ground {
  return WINGS.reduce((seen, wing) => wing.narrowed?.(seen, person, now) ?? seen, ground);
}

/** The sections in the order of a week. */
const SECTION_NAMES = [
  ...['Home', 'Records', 'Reviews', 'Services', 'Claims', 'Programme', 'Forecast', 'Reports'],
  ...['Audit', 'People'],
];

const ENTRIES: readonly NavigationEntry[] = [
  { section: 'Home', text: 'Home', href: '/' },
  { section: 'Audit', text: 'Audit trail', href: '/audit' },
  { section: 'People', text: 'People', href: '/people' },
  {
    section: 'People',
    text: 'Roles from the identity provider',
    href: '/people/roles-from-provider',
  },
  { section: 'People', text: 'Access tokens and uploads', href: '/people/settings' },
  { section: 'People', text: 'Scheduled work', href: SCHEDULED_WORK_PATH },
  ...WINGS.flatMap(({ navigation }) => navigation),
  { section: 'Reports', text: 'Definitions', href: DEFINITIONS_PATH },
  { section: 'Reports', text: 'Settings', href: settingsPaths.settings },
];

for (const { section, text } of ENTRIES) {
  if (!SECTION_NAMES.includes(section)) {
    throw new Error(`the page "${text}" stands in the section "${section}", which there is not`);
  }
}

/** The sections that have pages, with those one may go to from any page of theirs. */
export const SECTIONS: readonly Section[] = SECTION_NAMES.flatMap((name) => {
  const pages = ENTRIES.filter(({ section }) => section === name);
  const [first] = pages;
  return first === undefined ? [] : [{ name, href: first.href, pages }];
});
