import type { VNode } from 'preact';
import { Button } from '../../components/button.tsx';

/** Asks the first person to sign in: opening a link alone must change nothing, for programs open links too. */
export function FirstPersonView(props: {
  readonly action: string;
  readonly councilName: string;
  readonly machineUser: string;
}): VNode {
  const { machineUser } = props;
  return (
    <>
      <h1 class="govuk-heading-l">Become the first person</h1>
      <p class="govuk-body">
        You sign in to {props.councilName} as {machineUser}, administrator and data officer, until
        an identity provider is set up.
      </p>
      <p class="govuk-body">This link works once.</p>
      <form method="post" action={props.action}>
        <Button text={`Sign in as ${machineUser}`} />
      </form>
    </>
  );
}
