import type { VNode } from 'preact';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { Table } from '../../../components/table.tsx';
import { FormView } from '../../../forms/form-view.tsx';
import type { Sent } from '../../../forms/take-form.ts';
import { identityPaths } from '../../paths.ts';
import type { Mapped } from '../../role-mapping.ts';
import { MAPPING_FORM } from '../people/forms.ts';

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
  readonly sent: Sent | undefined;
}): VNode {
  const { mapping, may, sent, unmapped } = props;
  return (
    <>
      <ErrorSummary problems={sent?.problems} />
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
      {may && <FormView form={MAPPING_FORM} action={identityPaths.roleMapping} sent={sent} />}
    </>
  );
}
