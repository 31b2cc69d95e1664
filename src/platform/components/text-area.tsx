import type { VNode } from 'preact';
import { type FieldProps, labelledParams } from './field.ts';
import { libraryComponent } from './library-component.tsx';

/** Several lines of text. */
export function TextArea(
  props: FieldProps & { readonly value?: string; readonly rows?: number },
): VNode {
  return libraryComponent('textarea', {
    ...labelledParams(props),
    value: props.value,
    rows: props.rows ?? 5,
    spellcheck: false,
  });
}
