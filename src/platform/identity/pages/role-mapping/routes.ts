import { WellplacedError } from '../../../../core/errors.ts';
import type { CouncilTransaction } from '../../../database/ground.ts';
import { checkForm, type FieldProblem } from '../../../http/form.ts';
import { notFoundPage } from '../../../http/problem-page.tsx';
import { page, type Reply, redirect } from '../../../http/reply.ts';
import type { FormFields, PageRequest } from '../../../http/route.ts';
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
import { mappingForm } from '../people/schema.ts';
import { RoleMappingView } from './view.tsx';

interface Shown {
  readonly mapping: readonly Mapped[];
  readonly unmapped: readonly string[];
}

async function mappingPage(
  { person, read }: PageRequest,
  wrong?: { readonly problems: readonly FieldProblem[]; readonly typed: FormFields },
): Promise<Reply> {
  const shown = await read<IdentityTables, Shown>(async (tx) => {
    const mapping = await loadMapping(tx);
    return { mapping, unmapped: await unmappedValues(tx, mapping) };
  });
  const may = mayDo(person.roles, 'manage people');
  return page({
    title: 'Roles from the identity provider',
    section: 'People',
    breadcrumbs: [{ text: 'People', href: identityPaths.people }],
    ...(wrong === undefined ? {} : { status: 422 }),
    content: RoleMappingView({ ...shown, may, ...wrong }),
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

async function add(request: PageRequest): Promise<Reply> {
  const check = checkForm(mappingForm, request.body);
  if (!check.ok) return mappingPage(request, check);
  const { 'claim-value': claimValue, role } = check.values;
  await request.change<IdentityTables, void>(`${claimValue} now gives ${role}`, async (tx) => {
    await refuseOwn(tx, request.person.personId, claimValue);
    await addMapping(tx, { claimValue, role });
  });
  return redirect(identityPaths.roleMapping);
}

async function withdraw(request: PageRequest): Promise<Reply> {
  const check = checkForm(mappingForm, request.body);
  if (!check.ok) return notFoundPage();
  const { 'claim-value': claimValue, role } = check.values;
  const reason = `${claimValue} no longer gives ${role}`;
  const withdrawn = await request.change<IdentityTables, boolean>(reason, (tx) =>
    withdrawMapping(tx, { claimValue, role }, request.now),
  );
  return withdrawn ? redirect(identityPaths.roleMapping) : notFoundPage();
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
