import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CouncilTransaction, Ground } from '../../src/platform/database/ground.ts';
import { loadHistory } from '../../src/records/findings/decide-on-findings.ts';
import { findingDecisionRoutes } from '../../src/records/findings/pages/decision/routes.ts';
import { findingsRoutes } from '../../src/records/findings/pages/findings/routes.ts';
import { paths } from '../../src/records/paths.ts';
import type { RecordsTables } from '../../src/records/storage/records-tables.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { fillCareCouncil, serveCareCouncil } from '../support/care-council.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { FORM_TOKEN } from '../support/signed-in.ts';

const PEOPLE = ['Priya Nair', 'Owen Blackwood', 'Mei Tanaka'];

describeOnBothDatabases('people who decide on one finding at once', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let subjectKey: string;
  const servers: FastifyInstance[] = [];

  beforeAll(async () => {
    ground = await open();
    await fillCareCouncil(ground);
    for (const name of PEOPLE) {
      const routes = [...findingsRoutes(), ...findingDecisionRoutes()];
      const { server } = await serveCareCouncil(ground, 'Placements officer', routes, name);
      servers.push(server);
    }
    const list = await servers[0]?.inject(paths.findings);
    [, subjectKey = ''] = /\/findings\/decision\?finding=(\w+)/.exec(list?.body ?? '') ?? [];
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  it('are answered 303 once, and else 409 with the other’s name, link and their own words', async () => {
    const answers = await Promise.all(
      servers.map((server, at) =>
        server.inject({
          method: 'POST',
          url: paths.decideOnFindings,
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
          },
          payload: new URLSearchParams({
            'form-token': FORM_TOKEN,
            finding: `${subjectKey}.0`,
            verdict: 'accepted',
            reason: `Reason of ${PEOPLE[at]}`,
          }).toString(),
        }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409, 409]);
    const [only, ...others] = await ground.read('A', (tx: CouncilTransaction<RecordsTables>) =>
      loadHistory(tx, subjectKey),
    );
    expect(others).toEqual([]);
    for (const [at, { statusCode, body, headers }] of answers.entries()) {
      if (statusCode === 303) {
        expect(headers.location).toBe(paths.finding(subjectKey));
        expect(only).toMatchObject({ decidedBy: PEOPLE[at], reason: `Reason of ${PEOPLE[at]}` });
      } else {
        expect(body).toContain(`${only?.decidedBy} decided on`);
        expect(body).toContain(`href="${paths.finding(subjectKey)}"`);
        expect(body).toContain(`Reason of ${PEOPLE[at]}`);
      }
    }
  });
});
