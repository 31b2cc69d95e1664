import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { Button } from '../../../components/button.tsx';
import { InsetText } from '../../../components/messages.tsx';
import type { Ending } from '../../leaving/endings.ts';
import { identityPaths } from '../../paths.ts';
import type { ListedPerson } from './store.ts';

function inWords({ leftAt, by, reason, back }: Ending): string {
  const left = `Access ended on ${instantInWords(leftAt)} by ${by}: ${reason}.`;
  if (back === undefined) return left;
  return `${left} Brought back on ${instantInWords(back.at)} by ${back.by}: ${back.reason}.`;
}

/** When and why the person’s access was ended, and the way back for who may lead it. */
export function Endings(props: {
  readonly person: ListedPerson;
  readonly endings: readonly Ending[];
  readonly may: boolean;
}): VNode | null {
  const { endings, may, person } = props;
  if (endings.length === 0) return null;
  return (
    <>
      <InsetText>
        {endings.map((ending) => (
          <p key={ending.leftAt.toISOString()} class="govuk-body">
            {inWords(ending)}
          </p>
        ))}
      </InsetText>
      {may && person.leftAt !== undefined && (
        <Button
          text="Bring this person back"
          href={identityPaths.comeBack(person.personId)}
          kind="secondary"
        />
      )}
    </>
  );
}
