import type { VNode } from 'preact';
import { type FieldProps, labelledParams } from './field.ts';
import { libraryComponent } from './library-component.tsx';

/** Files to send; the form round it needs `enctype="multipart/form-data"` and `method="post"`. */
export function FileUpload(
  props: FieldProps & {
    readonly multiple?: boolean;
    /** Choose a folder and send all that is in it, with the folders' names. */
    readonly folder?: boolean;
    /** `.csv,.xml,.xlsx` */
    readonly accept?: string;
  },
): VNode {
  return libraryComponent('file-upload', {
    ...labelledParams(props),
    multiple: props.multiple === true,
    attributes: {
      ...(props.accept === undefined ? {} : { accept: props.accept }),
      ...(props.folder ? { webkitdirectory: '' } : {}),
    },
  });
}
