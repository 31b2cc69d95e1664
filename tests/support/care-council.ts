import type { FastifyInstance } from 'fastify';
import { isoDate } from '../../src/core/plain-date.ts';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { groundOn } from '../../src/platform/database/open-ground.ts';
import type { Person, Route } from '../../src/platform/http/route.ts';
import { buildServer } from '../../src/platform/http/server.ts';
import type { Role } from '../../src/platform/permission/roles.ts';
import { ALL_MIGRATIONS, narrowed, PERMISSIONS } from '../../src/web/whole.ts';
import { newEmbeddedDatabase } from './databases.ts';
import { addCouncil, fileOf, importFiles } from './import-files.ts';
import { signedInAs, signedInAsPerson } from './signed-in.ts';

/** A day in the council's life: its records end on 31 May 2021. */
export const TODAY = isoDate('2021-06-01');

const FILES: Readonly<Record<string, readonly string[]>> = {
  '2022/header.csv': [
    'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
    'A100,2,14/02/2004,BAFR,,,',
    'A200,1,03/09/2012,WBRI,,,',
    'A300,1,,WBRI,,,',
    'A400,2,20/05/2010,WBRI,,,',
    'A500,1,01/01/2015,WBRI,,,',
  ],
  '2022/episodes.csv': [
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
    'A100,04/01/2021,S,V2,N8,U6,PR4,01/03/2021,X1,CREQB,AB1 1AA,AB1 1AB,SC1',
    'A100,01/03/2021,P,V2,N8,K2,PR4,20/03/2021,X1,,AB1 1AA,ZZ9 9ZZ,SC2',
    'A100,20/03/2021,P,V2,N8,T1,,27/03/2021,X1,,AB1 1AA,AB1 1AB,',
    'A100,27/03/2021,P,V2,N8,K2,PR4,,,,AB1 1AA,ZZ9 9ZZ,SC2',
    'A200,01/02/2019,S,C2,N1,U4,PR1,,,,AB1 1AA,AB1 1AB,',
    'A300,01/05/2021,S,C1,N1,U6,PR4,,,,AB1 1AA,,',
    'A400,01/05/2021,S,V4,N2,K2,PR1,,,,AB1 1AA,AB1 1AB,',
    'A500,01/05/2020,S,C2,N1,P1,PR0,01/05/2021,E4A,,AB1 1AA,AB1 1AB,',
  ],
  '2022/uasc.csv': ['CHILD,SEX,DOB,DUC', 'A100,2,14/02/2004,'],
  '2021/reviews.csv': ['CHILD,DOB,REVIEW,REVIEW_CODE', 'A100,14/02/2004,29/01/2021,PN1'],
  '2022/reviews.csv': [
    'CHILD,DOB,REVIEW,REVIEW_CODE',
    'A100,14/02/2004,03/05/2021,PN7',
    'A200,03/09/2012,31/05/2021,PN1',
  ],
  '2022/missing.csv': [
    'CHILD,DOB,MISSING,MIS_START,MIS_END',
    'A100,14/02/2004,M,10/02/2021,12/02/2021',
  ],
  '2022/sw_episodes.csv': [
    'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
    'A100,14/02/2004,WORKER7,04/01/2021,,',
  ],
  'placement_costs.csv': [
    'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective',
    'A100,2021-01-04,core,900.00,2021-01-04,2021-03-15,social_care,Kestrel Fostering,framework,41110,4330',
    'A100,2021-03-01,core,5000.00,2021-03-01,,social_care,Wold House,spot,41110,4310',
    'A100,2021-03-01,health,700.00,2021-03-01,,health,Wold House,spot,41110,4310',
    'A200,2019-02-01,core,400.00,2019-02-01,,social_care,,in_house,41120,4330',
    'A500,2020-05-01,core,300.00,2020-05-01,,social_care,,in_house,41120,4330',
  ],
  'payments.csv': [
    'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref',
    'P-1,2021-04-01,2021-03-01,2021-03-28,A100,2021-03-01,Wold House,core,21000.00,,,41110,4310,actual,',
    'P-2,2021-05-01,2021-03-01,2021-03-28,A100,2021-03-01,Wold House,core,20000.00,,,41110,4310,actual,P-1',
  ],
  'postcodes.csv': [
    'pcds,oslaua,oscty,oseast1m,osnrth1m',
    'AB1 1AA,E06000001,,400000,300000',
    'AB1 1AB,E06000001,,401000,300000',
    'ZZ9 9ZZ,E06000002,,460000,300000',
  ],
  'providers.csv': ['URN,Provider name,Provider type,Sector', 'SC2,Wold House,Home,Private'],
};

/** Fills the database with the council. */
export async function fillCareCouncil(ground: Ground): Promise<void> {
  await addCouncil(ground, 'A', ['E06000001']);
  const files = Object.entries(FILES).map(([path, lines]) => fileOf(path, `${lines.join('\n')}\n`));
  await importFiles(ground, 'A', files);
}

/** A council with five children: A100 has a story, A200 a settled one, A300 gaps, A400 short breaks, A500 has left care. */
export async function openCareCouncil(): Promise<Ground> {
  const database = await newEmbeddedDatabase(ALL_MIGRATIONS);
  const ground = await groundOn(
    embeddedEngine(database, async () => undefined),
    ALL_MIGRATIONS,
  );
  await fillCareCouncil(ground);
  return ground;
}

/** Serves routes over the council to one person, or to somebody of a role. Gives the address. */
export async function serveCareCouncil(
  ground: Ground,
  person: Role | Person,
  routes: readonly Route[],
  name?: string,
): Promise<{ readonly server: FastifyInstance; readonly origin: string }> {
  const server = await buildServer({
    council: { code: 'A', name: 'Wensbury Council' },
    permissions: PERMISSIONS,
    gate: typeof person === 'string' ? signedInAs(person, name) : signedInAsPerson(person),
    ground,
    narrowed: (whole, who) => narrowed(whole, who, new Date()),
    today: () => TODAY,
    now: () => new Date(),
    sections: [{ name: 'Records', href: '/children' }],
    routes,
    log: (entry) => console.error(JSON.stringify(entry)),
  });
  return { server, origin: await server.listen({ port: 0, host: '127.0.0.1' }) };
}
