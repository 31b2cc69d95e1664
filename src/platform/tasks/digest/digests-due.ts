import type { PlainDate } from '../../../core/plain-date.ts';
import { writeShown } from '../../audit/answer-audited.ts';
import type { Ground } from '../../database/ground.ts';
import { boundTo } from '../../http/bound.ts';
import type { Council, Person } from '../../http/route.ts';
import { type ListedPerson, loadPeople } from '../../identity/pages/people/store.ts';
import { type AllWork, loadWork, type Noting } from '../load-work.ts';
import type { HowOften, TaskTables } from '../task-tables.ts';
import type { Looking } from '../waiting.ts';
import { choices, isSentOn } from './choice.ts';
import { type Digest, digestOf } from './digest.tsx';
import { isPlainAddress } from './message-file.ts';

/** What digests are made from, beside the records. */
export interface DigestHouse {
  readonly all: AllWork;
  readonly ground: Ground;
  readonly narrowed: (ground: Ground, person: Person, now: Date) => Ground;
  readonly pseudonym: (childId: string) => string;
  readonly origin: string | undefined;
  readonly note: Noting;
}

/** The digest of one person, and to which address it can be sent; undefined where there is none. */
export interface DigestOfPerson {
  readonly person: Person;
  readonly email: string | undefined;
  readonly digest: Digest;
}

interface Loaded {
  readonly people: readonly ListedPerson[];
  readonly chosen: ReadonlyMap<string, HowOften>;
}

/**
 * The digests of the day: of everybody who chose to be sent one then, is still here and has something
 * waiting, each as that person sees the records. Each that can be sent is written to the audit trail as
 * what leaves the service before it is given.
 */
export async function* digestsDue(
  house: DigestHouse,
  council: Council,
  today: PlainDate,
  now: Date,
): AsyncGenerator<DigestOfPerson> {
  const { all, ground: wholeGround, narrowed, note, origin, pseudonym } = house;
  const { people, chosen } = await wholeGround.read<TaskTables, Loaded>(
    council.code,
    async (tx) => ({ people: await loadPeople(tx), chosen: await choices(tx) }),
  );
  for (const { email: given, held, leftAt, name, personId } of people) {
    if (leftAt !== undefined || !isSentOn(chosen.get(personId) ?? 'none', today)) continue;
    const person: Person = { personId, name, roles: held.map(({ role }) => role) };
    const acting = (reason: string) => ({
      authority: council.code,
      actor: 'Wellplaced',
      reason,
    });
    const ground = narrowed(wholeGround, person, now);
    const looking: Looking = {
      ...{ council, person, today, now, ground, wholeGround },
      read: boundTo(ground, acting).read,
      whole: boundTo(wholeGround, acting),
    };
    const found = await loadWork(all, looking, note);
    const digest = digestOf({ name, council: council.name, today, found, pseudonym, origin });
    if (digest.pieces === 0 && found.unread.length === 0) continue;
    const email = given !== undefined && isPlainAddress(given) ? given : undefined;
    if (email === undefined) {
      yield { person, email, digest };
      continue;
    }
    const event = {
      action: 'export',
      thing: 'digest of waiting work',
      key: { person_id: personId },
      reason: 'sent as the person chose',
    } as const;
    await writeShown({ acting, wholeGround }, event, digest.pieces);
    yield { person, email, digest };
  }
}
