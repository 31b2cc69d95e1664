import type { VNode } from 'preact';
import { Button } from '../../../components/button.tsx';
import { Select } from '../../../components/choices.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { Table } from '../../../components/table.tsx';
import { TextInput } from '../../../components/text-input.tsx';
import { type FieldProblem, problemOf, typedValue } from '../../../http/form.ts';
import type { FormFields } from '../../../http/route.ts';
import { ROLES } from '../../../permission/roles.ts';
import { identityPaths } from '../../paths.ts';
import type { Mapped } from '../../role-mapping.ts';

function Withdraw({ one }: { readonly one: Mapped }): VNode {
  return (
    <form method="post" action={identityPaths.withdrawMapping}>
      <input type="hidden" name="claim-value" value={one.claimValue} />
      <input type="hidden" name="role" value={one.role} />
      <button class="wellplaced-link-button" type="submit">
        Withdraw
        <span class="govuk-visually-hidden">
          {' '}
          {one.role} from {one.claimValue}
        </span>
      </button>
    </form>
  );
}

function MappingTable(props: { readonly mapping: readonly Mapped[]; readonly may: boolean }) {
  return (
    <Table
      caption="Groups and the roles they give"
      columns={[
        { key: 'value', heading: 'Group or role there', type: 'text' },
        { key: 'role', heading: 'Role here', type: 'text' },
        ...(props.may ? [{ key: 'end', heading: 'Change', type: 'text' } as const] : []),
      ]}
      rowHeader="value"
      rows={props.mapping.map((one) => ({
        cells: { value: one.claimValue, role: one.role, end: <Withdraw one={one} /> },
      }))}
      empty="No group gives a role yet: people who sign in by the identity provider have none until one is given by hand."
    />
  );
}

/** Which values of the provider's claim give which roles. */
export function RoleMappingView(props: {
  readonly mapping: readonly Mapped[];
  /** Values that people came with and that give nothing. */
  readonly unmapped: readonly string[];
  readonly may: boolean;
  readonly problems?: readonly FieldProblem[];
  readonly typed?: FormFields;
}): VNode {
  const { mapping, may, problems, typed, unmapped } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">Roles from the identity provider</h1>
      <p class="govuk-body">
        The council’s identity provider says in which groups a person is. Each can give a role, from
        that person’s next sign-in.
      </p>
      <MappingTable mapping={mapping} may={may} />
      {unmapped.length > 0 && (
        <p class="govuk-body">
          People have come with these, which give no role: <strong>{unmapped.join(', ')}</strong>.
        </p>
      )}
      {may && (
        <form method="post" action={identityPaths.roleMapping}>
          <TextInput
            name="claim-value"
            label="Group or role, as the provider names it"
            value={typedValue(typed, 'claim-value')}
            problem={problemOf(problems, 'claim-value')}
          />
          <Select
            name="role"
            label="Role that it gives"
            choices={[
              { value: '', text: 'Choose a role' },
              ...ROLES.map((role) => ({ value: role, text: role })),
            ]}
            value={typedValue(typed, 'role')}
            problem={problemOf(problems, 'role')}
          />
          <Button text="Add" />
        </form>
      )}
    </>
  );
}
