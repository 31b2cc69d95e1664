import type { VNode } from 'preact';
import { Button } from '../../../platform/components/button.tsx';
import { Checkboxes, Radios } from '../../../platform/components/choices.tsx';
import { TextArea } from '../../../platform/components/text-area.tsx';
import { problemOf, typedValue } from '../../../platform/http/form.ts';
import { paths } from '../../paths.ts';
import { RESTRICTION_KIND_NAMES, RESTRICTION_KINDS, type Restriction } from '../restriction.ts';
import type { RestrictionPage } from './child-view.tsx';

function People(props: {
  readonly of: RestrictionPage;
  readonly label: string;
  readonly hint: string;
  readonly values: readonly string[];
  /** Whether the reader’s own name is among the choices. */
  readonly own: boolean;
}): VNode {
  const { of, own, values } = props;
  const typed = of.typed?.named;
  return (
    <Checkboxes
      name="named"
      label={props.label}
      hint={props.hint}
      small
      choices={of.people
        .filter(({ personId }) => own || personId !== of.personId)
        .map(({ personId, name, roles }) => ({
          value: personId,
          text: `${name} (${roles.join(', ')})`,
        }))}
      values={typed === undefined ? values : [typed].flat()}
      problem={problemOf(of.problems, 'named')}
    />
  );
}

function Reason(props: {
  readonly of: RestrictionPage;
  readonly name: string;
  readonly label: string;
}): VNode {
  const { of, name, label } = props;
  return (
    <TextArea
      name={name}
      label={label}
      hint="It stands in the audit trail."
      rows={2}
      value={typedValue(of.typed, name)}
      problem={problemOf(of.problems, name)}
    />
  );
}

/** Restricts the child. */
export function RestrictForm({ of }: { readonly of: RestrictionPage }): VNode {
  return (
    <form method="post" action={paths.restriction(of.childId)}>
      <Radios
        name="kind"
        label="Why the child is restricted"
        choices={RESTRICTION_KINDS.map((value) => ({ value, text: RESTRICTION_KIND_NAMES[value] }))}
        value={typedValue(of.typed, 'kind')}
        problem={problemOf(of.problems, 'kind')}
        small
      />
      <People
        of={of}
        label="Who else may see the child"
        hint="You are named yourself. Name at least one other manager who may restrict a child."
        values={[]}
        own={false}
      />
      <Reason of={of} name="reason" label="Reason" />
      <Button text="Restrict this child" />
    </form>
  );
}

/** Changes who is named. */
export function ReadersForm(props: {
  readonly of: RestrictionPage;
  readonly restriction: Restriction;
}): VNode {
  const { of, restriction } = props;
  return (
    <form method="post" action={paths.restrictionReaders(of.childId)}>
      <People
        of={of}
        label="Who may see the child"
        hint="Two of them at least must be managers who may restrict a child."
        values={restriction.readers.map(({ personId }) => personId)}
        own
      />
      <Reason of={of} name="reason" label="Why the names change" />
      <Button text="Save names" />
    </form>
  );
}

/** Ends the restriction. */
export function EndForm({ of }: { readonly of: RestrictionPage }): VNode {
  return (
    <form method="post" action={paths.endRestriction(of.childId)}>
      <Reason of={of} name="ended" label="Why the restriction ends" />
      <Button text="End the restriction" kind="warning" />
    </form>
  );
}
