import { WellplacedError } from '../../../../core/errors.ts';
import type { CouncilTransaction } from '../../../database/ground.ts';
import { readForm } from '../../../forms/form.ts';
import { type Sent, takeForm } from '../../../forms/take-form.ts';
import { notFoundPage } from '../../../http/problem-page.tsx';
import { doneAt, page, type Reply } from '../../../http/reply.ts';
import type { PageRequest } from '../../../http/route.ts';
import type { Route } from '../../../permission/ground-permissions.ts';
import { mayDo } from '../../../permission/ground-permissions.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import { identityPaths } from '../../paths.ts';
import {
  addMapping,
  loadMapping,
  type Mapped,
  unmappedValues,
  withdrawMapping,
} from '../../role-mapping.ts';
import { MAPPING_FORM } from '../people/forms.ts';
import { RoleMappingView } from './view.tsx';

interface Shown {
  readonly mapping: readonly Mapped[];
  readonly unmapped: readonly string[];
}

async function mappingPage({ person, read }: PageRequest, sent?: Sent): Promise<Reply> {
  const shown = await read<IdentityTables, Shown>(async (tx) => {
    const mapping = await loadMapping(tx);
    return { mapping, unmapped: await unmappedValues(tx, mapping) };
  });
  const may = mayDo(person.roles, 'manage people');
  return page({
    title: 'Roles from the identity provider',
    section: 'People',
    breadcrumbs: [{ text: 'People', href: identityPaths.people }],
    content: RoleMappingView({ ...shown, may, sent }),
  });
}

/** Nobody gives themselves a role, by way of a group of theirs either. */
async function refuseOwn(
  tx: CouncilTransaction<IdentityTables>,
  personId: string,
  claimValue: string,
): Promise<void> {
  const { claimed } = await tx.db
    .selectFrom('person')
    .select('claimed')
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  if (!claimed.includes(claimValue)) return;
  throw new WellplacedError(
    'own-roles',
    `You are in ${claimValue} yourself, and nobody can change their own roles.`,
    'Ask another administrator.',
  );
}

function add(request: PageRequest): Promise<Reply> {
  return takeForm(request, MAPPING_FORM, {
    again: (sent) => mappingPage(request, sent),
    async work({ 'claim-value': claimValue, role }) {
      await request.change<IdentityTables, void>(`${claimValue} now gives ${role}`, async (tx) => {
        await refuseOwn(tx, request.person.personId, claimValue);
        await addMapping(tx, { claimValue, role });
      });
      return doneAt(identityPaths.roleMapping, `${claimValue} now gives ${role}.`);
    },
  });
}

async function withdraw(request: PageRequest): Promise<Reply> {
  const check = readForm(MAPPING_FORM, request.body);
  if (!check.ok) return notFoundPage();
  const { 'claim-value': claimValue, role } = check.values;
  const reason = `${claimValue} no longer gives ${role}`;
  const withdrawn = await request.change<IdentityTables, boolean>(reason, (tx) =>
    withdrawMapping(tx, { claimValue, role }, request.now),
  );
  if (!withdrawn) return notFoundPage();
  return doneAt(identityPaths.roleMapping, `${claimValue} no longer gives ${role}.`);
}

/** Which groups at the identity provider give which roles. */
export function roleMappingRoutes(): readonly Route[] {
  const permission = 'manage people';
  return [
    {
      method: 'GET',
      path: identityPaths.roleMapping,
      permission: 'see people',
      handle: (request) => mappingPage(request),
    },
    { method: 'POST', path: identityPaths.roleMapping, permission, handle: add },
    { method: 'POST', path: identityPaths.withdrawMapping, permission, handle: withdraw },
  ];
}
