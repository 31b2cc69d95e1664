import type { VNode } from 'preact';
import type { FieldProblem } from '../http/form.ts';
import { libraryComponent } from './library-component.tsx';

/** Everything that is wrong with a form, at the top of the page, each linked to its field. Nothing when nothing is. */
export function ErrorSummary(props: {
  readonly problems: readonly FieldProblem[] | undefined;
}): VNode | null {
  if (props.problems === undefined || props.problems.length === 0) return null;
  return libraryComponent('error-summary', {
    titleText: 'There is a problem',
    errorList: props.problems.map((problem) => ({
      text: problem.message,
      ...(problem.field === '' ? {} : { href: `#${problem.field}` }),
    })),
  });
}
