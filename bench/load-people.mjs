import { randomUUID } from 'node:crypto';
import { nameInBrowser } from '../dist/platform/http/cookies.js';
import { startSession } from '../dist/platform/identity/sessions.js';

/** Signs somebody in at the council who may see its records; gives their cookie. */
export async function signedInPerson(ground, authority, now) {
  const acting = { authority, actor: 'bench', reason: 'pages measured' };
  return ground.transaction(acting, async (tx) => {
    const personId = randomUUID();
    await tx.insertMany(
      'person',
      ['person_id', 'name', 'issuer', 'subject', 'added_at'],
      [[personId, `Bench ${personId}`, 'machine', personId, now]],
    );
    await tx.insertMany(
      'person_role',
      ['person_id', 'role', 'given_by', 'given_at'],
      [[personId, 'Placements officer', 'set-up', now]],
    );
    const session = { personId, browser: 'bench', instead: undefined };
    const { token } = await startSession(tx, session, now);
    return `${nameInBrowser('session', false)}=${token}`;
  });
}
