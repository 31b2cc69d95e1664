import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { isoDate } from '../../src/core/plain-date.ts';
import { createAuthority } from '../../src/platform/database/authorities.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { viewOf } from '../../src/platform/http/audit-event.ts';
import { page } from '../../src/platform/http/reply.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { buildServer } from '../../src/platform/http/server.ts';
import { addDemonstrationPeople } from '../../src/platform/identity/demonstration/door.ts';
import { gateOf } from '../../src/platform/identity/gate.ts';
import type { IdentityContext } from '../../src/platform/identity/identity-context.ts';
import { identityRoutes } from '../../src/web/identity.ts';
import { PERMISSIONS } from '../../src/web/whole.ts';
import { SCOPES } from './open-wings.ts';

/** A clock that a test moves on. */
export class Clock {
  #now = Date.parse('2026-11-22T09:00:00Z');
  readonly now = (): Date => new Date(this.#now);
  pass(minutes: number): void {
    this.#now += minutes * 60_000;
  }
}

export const DEMONSTRATION_COUNCIL = { code: 'D1', name: 'Wensbury Council', demonstration: true };
export const REAL_COUNCIL = { code: 'R1', name: 'Alder Council', demonstration: false };

/** A demonstration council with its people, and a real one, in one database. */
export async function withBothKindsOfCouncil(ground: Ground, clock: Clock): Promise<void> {
  for (const { code, name, demonstration } of [DEMONSTRATION_COUNCIL, REAL_COUNCIL]) {
    const seed = demonstration ? { demonstrationSeed: 1 } : {};
    await createAuthority(ground, { code, name, areaCodes: [], ...seed }, 'set-up');
    await addDemonstrationPeople(ground, code, clock.now());
  }
}

const home: Route = {
  method: 'GET',
  path: '/',
  permission: 'see own home',
  handle: () => page({ title: 'Home', section: 'Home', content: <h1>Home</h1> }),
};
const children: Route = {
  method: 'GET',
  path: '/children/:childId',
  permission: 'see a child',
  audit: viewOf('child'),
  handle: ({ person }) => page({ title: 'Child', content: <h1>Seen by {person.name}</h1> }),
};

/** The service of one council with real sessions, and two pages. */
export function identityService(
  ground: Ground,
  council: typeof REAL_COUNCIL,
  clock: Clock,
  options: {
    readonly secure?: boolean;
    readonly identity?: Partial<IdentityContext>;
    readonly formTargets?: () => readonly string[];
  } = {},
): Promise<FastifyInstance> {
  const limits = { idleMinutes: 30, absoluteHours: 12 };
  const context = {
    limits,
    now: clock.now,
    machineUser: 'operator',
    holdings: [],
    permissions: PERMISSIONS,
    scopes: SCOPES,
    origin: new URL('http://localhost'),
    ...options.identity,
  };
  return buildServer({
    council,
    ground,
    permissions: PERMISSIONS,
    narrowed: (whole) => whole,
    gate: gateOf({ ground, authority: council.code, limits, now: clock.now }),
    today: () => isoDate('2026-11-22'),
    now: clock.now,
    sections: [{ name: 'Home', href: '/' }],
    routes: [home, children, ...identityRoutes(context).routes],
    openRoutes: identityRoutes(context).openRoutes,
    hostNames: ['wellplaced.example'],
    log: () => undefined,
    ...options,
  });
}

/** A browser that keeps cookies and sends forms as the pages have them. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #server: FastifyInstance;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(server: FastifyInstance, headers: Readonly<Record<string, string>> = {}) {
    this.#server = server;
    this.#headers = headers;
  }

  #kept(answer: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value } of answer.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    const cookies = Object.fromEntries(this.cookies);
    return this.#kept(await this.#server.inject({ url, cookies, headers: this.#headers }));
  }

  async post(url: string, fields: Readonly<Record<string, string>>) {
    return this.#kept(
      await this.#server.inject({
        method: 'POST',
        url,
        cookies: Object.fromEntries(this.cookies),
        headers: { ...this.#headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      }),
    );
  }

  /** The token that the forms of a page carry. */
  async formToken(url = '/account'): Promise<string> {
    const { body } = await this.get(url);
    return /name="form-token" value="([^"]+)"/.exec(body)?.[1] ?? '';
  }

  /** Signs in to the demonstration as the person of that name. */
  async signInAs(name: string, back = '/') {
    const { body } = await this.get('/sign-in');
    const row = body.split('<form').find((form) => form.includes(`as ${name}<`)) ?? '';
    const person = /name="person" value="([^"]+)"/.exec(row)?.[1] ?? '';
    return this.post('/sign-in/demonstration', { person, return: back });
  }
}
