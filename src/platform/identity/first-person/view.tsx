import type { VNode } from 'preact';
import { Button } from '../../components/button.tsx';

/** Asks the first person to sign in: opening a link alone must change nothing, for programs open links too. */
export function FirstPersonView(props: {
  readonly action: string;
  readonly councilName: string;
  /** Who signs in where there is no identity provider. */
  readonly machineUser: string | undefined;
}): VNode {
  const { councilName, machineUser } = props;
  const sentence =
    machineUser === undefined
      ? `Sign in with your council account. You become the first administrator of Wellplaced for ${councilName}: you give others their roles, and see no child yourself.`
      : `You sign in to ${councilName} as ${machineUser}, administrator and data officer, until an identity provider is set up.`;
  return (
    <>
      <h1 class="govuk-heading-l">Become the first person</h1>
      <p class="govuk-body">{sentence}</p>
      <p class="govuk-body">This link works once.</p>
      <form method="post" action={props.action}>
        <Button text={machineUser === undefined ? 'Sign in' : `Sign in as ${machineUser}`} />
      </form>
    </>
  );
}
