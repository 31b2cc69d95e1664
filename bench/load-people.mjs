import { randomUUID } from 'node:crypto';
import { nameInBrowser } from '../dist/platform/http/cookies.js';
import { startSession } from '../dist/platform/identity/sessions.js';

/** Signs so many people in at the council, who may see its records; gives their cookies. */
export async function signedInPeople(ground, authority, people, now) {
  const acting = { authority, actor: 'bench', reason: 'pages measured' };
  return ground.transaction(acting, async (tx) => {
    const ids = Array.from({ length: people }, () => randomUUID());
    await tx.insertMany(
      'person',
      ['person_id', 'name', 'issuer', 'subject', 'added_at'],
      ids.map((id) => [id, `Bench ${id}`, 'machine', id, now]),
    );
    await tx.insertMany(
      'person_role',
      ['person_id', 'role', 'given_by', 'given_at'],
      ids.map((id) => [id, 'Placements officer', 'set-up', now]),
    );
    const cookies = [];
    for (const personId of ids) {
      const session = { personId, browser: 'bench', instead: undefined };
      const { token } = await startSession(tx, session, now);
      cookies.push(`${nameInBrowser('session', false)}=${token}`);
    }
    return cookies;
  });
}
