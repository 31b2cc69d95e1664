import type { FastifyInstance } from 'fastify';
import { isoDate } from '../../src/core/plain-date.ts';
import { addAttachment, loadAttachments } from '../../src/platform/cases/attachments.ts';
import type { CaseTables } from '../../src/platform/cases/case.ts';
import { writeNote } from '../../src/platform/cases/notes.ts';
import type { CouncilTransaction, Ground } from '../../src/platform/database/ground.ts';
import type { TokenHolder } from '../../src/platform/http/api/token-gate.ts';
import type { Person, Route } from '../../src/platform/http/route.ts';
import { buildServer } from '../../src/platform/http/server.ts';
import { ROLES } from '../../src/platform/permission/roles.ts';
import { decideOnFindings } from '../../src/records/findings/decide-on-findings.ts';
import { loadFindingsPage } from '../../src/records/findings/list-findings.ts';
import { weekEndingOn } from '../../src/records/reports/weekly-report/week.ts';
import type { RecordsTables } from '../../src/records/storage/records-tables.ts';
import { identityRoutes } from '../../src/web/identity.ts';
import { HOLDINGS, narrowed, PERMISSIONS } from '../../src/web/whole.ts';
import { addCouncil, fileOf, importFiles } from './import-files.ts';
import { API_ROUTES, idleWings, SCOPES } from './open-wings.ts';
import { addPerson, restrict } from './restricted-child.ts';
import { signedInAsPerson } from './signed-in.ts';

/** The identifier of the child who is restricted. */
export const SECRET = 'SECRET77';

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';

/** A child that stands in every list there is, beside an ordinary one. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  '2020/header.csv': ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', `${SECRET},2,14/02/2004,BAFR,,,`],
  '2020/episodes.csv': [EPISODES, `${SECRET},04/01/2020,S,V2,N8,U6,PR4,,,,AB1 1AA,AB1 1AB,SC1`],
  '2022/header.csv': [
    'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
    `${SECRET},2,15/02/2004,BAFR,,,`,
    'OPEN1,1,03/09/2012,WBRI,,,',
  ],
  '2022/episodes.csv': [
    EPISODES,
    `${SECRET},04/01/2020,S,V2,N8,U6,PR4,26/05/2021,X1,,AB1 1AA,AB1 1AB,SC1`,
    `${SECRET},26/05/2021,P,V2,N8,K2,PR4,,,,AB1 1AA,ZZ9 9ZZ,SC2`,
    `${SECRET},not a date,P,V2,N8,K2,PR4,,,,AB1 1AA,ZZ9 9ZZ,SC2`,
    'OPEN1,01/02/2019,S,C2,N1,U4,PR1,,,,AB1 1AA,AB1 1AB,',
  ],
  'placement_costs.csv': [
    'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective',
    `${SECRET},2021-05-26,core,5000.00,2021-05-26,,social_care,Wold House,spot,41110,4310`,
    'OPEN1,2019-02-01,core,400.00,2019-02-01,,social_care,,in_house,41120,4330',
  ],
  'payments.csv': [
    'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref',
    `P-1,2021-05-30,2021-05-26,2021-05-30,${SECRET},2021-05-26,Wold House,core,3571.43,,,41110,4310,actual,`,
  ],
  'children_names.csv': [
    'child_id,given_name,family_name,home_address',
    `${SECRET},Saoirse,Quillfeather,1 Wherry Steps`,
    'OPEN1,Tobias,Marchbanks,2 Wherry Steps',
    ',Nobody,Marchbanks,2 Wherry Steps',
  ],
  'other layout.csv': ['who,what', `${SECRET},something`, 'OPEN1,something'],
};

const WEEK = weekEndingOn(isoDate('2021-05-30'));
const TODAY = isoDate('2021-06-01');

/** Accepts a finding about the child; gives what it is about. */
async function decided(ground: Ground): Promise<string> {
  const { rows } = await ground.read('S', (tx: CouncilTransaction<RecordsTables>) =>
    loadFindingsPage(tx, {
      filter: { child: SECRET },
      week: WEEK,
      order: { key: 'severity', order: 'ascending' },
      page: 1,
      pageSize: 50,
    }),
  );
  const subjectKey = rows[0]?.subjectKey ?? '';
  const acting = { authority: 'S', actor: 'Mei Tanaka', reason: 'a test' };
  const deciding = { by: acting, roles: ['Data officer'], today: TODAY, now: new Date() } as const;
  await ground.transaction(acting, (tx: CouncilTransaction<RecordsTables>) =>
    decideOnFindings(tx, deciding, WEEK, {
      finding: [{ subjectKey, basedOn: 0 }],
      verdict: 'accepted',
      reason: `${SECRET} is known to us`,
      mender: null,
      menderId: null,
      mendBy: null,
    }),
  );
  return subjectKey;
}

/** Writes a note on the case of the finding and attaches a file to it, both of which name the child; gives the file's id. */
async function writtenOn(ground: Ground, subjectKey: string, { personId, name }: Person) {
  const person = { personId, role: 'Social work team manager' };
  const by = { authority: 'S', actor: name, person, reason: 'a test' };
  const on = { of: { kind: 'finding', key: subjectKey, childId: SECRET }, by, now: new Date() };
  return ground.transaction(by, async (tx: CouncilTransaction<CaseTables>) => {
    await writeNote(tx, on, { text: `${SECRET} was seen on Monday`, corrects: null });
    const content = Buffer.from(`${SECRET} at home`);
    await addAttachment(tx, on, { name: 'visit.txt', mediaType: 'text/plain', content });
    const [attachment] = await loadAttachments(tx, on.of);
    return attachment?.attachmentId ?? '';
  });
}

/** A token that counts for all that the person may do. */
function tokenOf(person: Person): TokenHolder {
  const expiresAt = new Date('2099-01-01T00:00:00Z');
  return { tokenId: 'token', tokenName: 'Power BI', scopes: SCOPES, expiresAt, person };
}

/** A council with the restricted child, and a server of every page for each of its people. */
export async function secretChild(ground: Ground): Promise<{
  readonly importId: string;
  /** What a decision on a finding about the child is about. */
  readonly subjectKey: string;
  /** A file attached to it. */
  readonly attachmentId: string;
  readonly named: Person;
  readonly other: Person;
  readonly routes: readonly Route[];
  serve(person: Person, now?: () => Date): Promise<FastifyInstance>;
}> {
  await addCouncil(ground, 'S', ['E06000001']);
  const files = Object.entries(FILES).map(([path, lines]) => fileOf(path, `${lines.join('\n')}\n`));
  const { importId } = await importFiles(ground, 'S', files);
  const manager = await addPerson(ground, 'S', 'Owen Blackwood', 'Social work team manager');
  const second = await addPerson(ground, 'S', 'Helen Marsh', 'Principal social worker');
  const outsider = await addPerson(ground, 'S', 'Priya Nair', 'Placements officer');
  const subjectKey = await decided(ground);
  const attachmentId = await writtenOn(ground, subjectKey, manager);
  await restrict(ground, 'S', SECRET, [manager, second]);
  const moment = { now: () => new Date() };
  const wings = idleWings({
    ground,
    now: () => moment.now(),
    today: () => TODAY,
  });
  const identity = identityRoutes({
    limits: { idleMinutes: 30, absoluteHours: 12 },
    now: () => new Date(),
    machineUser: 'operator',
    origin: new URL('http://localhost'),
    provider: undefined,
    holdings: HOLDINGS,
    permissions: PERMISSIONS,
    scopes: SCOPES,
  });
  const routes = [...wings.routes, ...identity.routes];
  const everyRole = (person: Person): Person => ({ ...person, roles: ROLES });
  return {
    importId,
    subjectKey,
    attachmentId,
    named: everyRole(manager),
    other: everyRole(outsider),
    routes,
    serve: (person, now = () => new Date()) => {
      moment.now = now;
      return buildServer({
        council: { code: 'S', name: 'Wensbury Council' },
        permissions: PERMISSIONS,
        gate: signedInAsPerson(person),
        ground,
        narrowed: (whole, who) => narrowed(whole, who, now()),
        today: () => TODAY,
        now,
        sections: [],
        routes,
        tokenGate: { holderOf: async () => tokenOf(person), rests: async () => false },
        api: API_ROUTES,
        log: (entry) => {
          if (entry.level === 'error') console.error(entry);
        },
      });
    },
  };
}
