import type { VNode } from 'preact';
import { z } from 'zod';
import { instantInWords } from '../../core/instant.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileUpload } from '../components/file-upload.tsx';
import { InsetText } from '../components/messages.tsx';
import { carriedField } from '../forms/field.ts';
import { declareForm } from '../forms/form.ts';
import { FormView } from '../forms/form-view.tsx';
import type { Sent } from '../forms/take-form.ts';
import { linesField, reasonField } from '../forms/text-fields.ts';
import type { FieldProblem } from '../http/form.ts';
import { type Attachment, LARGEST_ATTACHMENT } from './attachments.ts';
import { ENDINGS, KINDS_IN_WORDS } from './file-kinds.ts';
import type { Note } from './notes.ts';

/** Which note or attachment is meant; nothing where the address names none. */
export const MEANT = z.uuid().nullable().catch(null);

/** A new note, or one that puts right another. */
export const NOTE_FORM = declareForm({
  name: 'note',
  submit: 'Add the note',
  fields: {
    corrects: carriedField(MEANT),
    note: linesField({
      label: 'Note',
      hint: 'Seen by everybody who may see the case. It cannot be changed or taken back.',
      missing: 'Enter the note',
      most: 4_000,
      rows: 6,
    }),
  },
});

/** Taking an attachment away. */
export const REMOVAL_FORM = declareForm({
  ...{ name: 'removal', submit: 'Remove the attachment', button: 'warning' },
  fields: {
    reason: reasonField({ label: 'Why it is removed', missing: 'Enter why it is removed' }),
  },
});

interface Heading {
  readonly title: string;
  /** The case, as its page is headed. */
  readonly of: string;
}

function Head(props: Heading & { readonly problems: readonly FieldProblem[] | undefined }): VNode {
  return (
    <>
      <ErrorSummary problems={props.problems} />
      <span class="wellplaced-caption">{props.of}</span>
      <h1 class="govuk-heading-l">{props.title}</h1>
    </>
  );
}

/** The page of a new note, or of one that puts right another, which stays as it is. */
export function NoteView(
  props: Heading & { readonly corrects: Note | undefined; readonly sent: Sent | undefined },
): VNode {
  const { corrects, sent } = props;
  return (
    <>
      <Head {...props} problems={sent?.problems} />
      {corrects !== undefined && (
        <InsetText>
          <p class="govuk-body">
            {corrects.by.name} wrote on {instantInWords(corrects.at)}. It stays as it is; yours will
            stand beside it.
          </p>
          <p class="govuk-body wellplaced-words">{corrects.text}</p>
        </InsetText>
      )}
      <FormView
        form={NOTE_FORM}
        sent={sent}
        {...(corrects !== undefined && { begin: { corrects: corrects.noteId } })}
      />
    </>
  );
}

/** The page of a file to attach. A file is read as it comes, not as a field is: its form stands here whole. */
export function AttachmentView(props: Heading & { readonly why: string | undefined }): VNode {
  const { why } = props;
  return (
    <>
      <Head {...props} problems={why === undefined ? [] : [{ field: 'file', message: why }]} />
      <form method="post" enctype="multipart/form-data">
        <FileUpload
          name="file"
          problem={why}
          label="File"
          hint={`At most ${LARGEST_ATTACHMENT / 2 ** 20} MB. One of: ${KINDS_IN_WORDS}.`}
          accept={ENDINGS}
        />
        <Button text="Attach the file" />
      </form>
    </>
  );
}

/** The page that takes an attachment away. */
export function RemovalView(
  props: Heading & { readonly attachment: Attachment; readonly sent: Sent | undefined },
): VNode {
  const { attachment, sent } = props;
  return (
    <>
      <Head {...props} problems={sent?.problems} />
      <p class="govuk-body">
        {attachment.name}, attached by {attachment.by.name} on {instantInWords(attachment.at)}. What
        it holds will be gone for good. That it was here, who removed it and why stays on the case.
      </p>
      <FormView form={REMOVAL_FORM} sent={sent} />
    </>
  );
}
