import type { VNode } from 'preact';
import { instantInWords } from '../../core/instant.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileUpload } from '../components/file-upload.tsx';
import { InsetText } from '../components/messages.tsx';
import { TextArea } from '../components/text-area.tsx';
import { type FieldProblem, problemOf, typedValue } from '../http/form.ts';
import type { FormFields } from '../http/route.ts';
import { type Attachment, LARGEST_ATTACHMENT } from './attachments.ts';
import { ENDINGS, KINDS_IN_WORDS } from './file-kinds.ts';
import type { Note } from './notes.ts';

/** What was wrong with a form, and what was typed into it. */
export interface Refused {
  readonly problems: readonly FieldProblem[];
  readonly typed: FormFields;
}

interface Form {
  readonly title: string;
  /** The case, as its page is headed. */
  readonly of: string;
  readonly refused: Refused | undefined;
}

function Head({ title, of, refused }: Form): VNode {
  return (
    <>
      <ErrorSummary problems={refused?.problems} />
      <span class="wellplaced-caption">{of}</span>
      <h1 class="govuk-heading-l">{title}</h1>
    </>
  );
}

function field(name: string, refused: Refused | undefined) {
  const problem = problemOf(refused?.problems, name);
  return { name, problem, value: typedValue(refused?.typed, name) };
}

/** A new note, or one that puts right another, which stays as it is. */
export function NoteForm(props: Form & { readonly corrects: Note | undefined }): VNode {
  const { corrects, refused } = props;
  return (
    <>
      <Head {...props} />
      {corrects !== undefined && (
        <InsetText>
          <p class="govuk-body">
            {corrects.by.name} wrote on {instantInWords(corrects.at)}. It stays as it is; yours will
            stand beside it.
          </p>
          <p class="govuk-body wellplaced-words">{corrects.text}</p>
        </InsetText>
      )}
      <form method="post">
        {corrects !== undefined && <input type="hidden" name="corrects" value={corrects.noteId} />}
        <TextArea
          {...field('note', refused)}
          label="Note"
          hint="Seen by everybody who may see the case. It cannot be changed or taken back."
          rows={6}
        />
        <Button text="Add the note" />
      </form>
    </>
  );
}

/** A file to attach. */
export function AttachmentForm(props: Form): VNode {
  const { name, problem } = field('file', props.refused);
  return (
    <>
      <Head {...props} />
      <form method="post" enctype="multipart/form-data">
        <FileUpload
          name={name}
          problem={problem}
          label="File"
          hint={`At most ${LARGEST_ATTACHMENT / 2 ** 20} MB. One of: ${KINDS_IN_WORDS}.`}
          accept={ENDINGS}
        />
        <Button text="Attach the file" />
      </form>
    </>
  );
}

/** Taking an attachment away. */
export function RemovalForm(props: Form & { readonly attachment: Attachment }): VNode {
  const { attachment, refused } = props;
  return (
    <>
      <Head {...props} />
      <p class="govuk-body">
        {attachment.name}, attached by {attachment.by.name} on {instantInWords(attachment.at)}. What
        it holds will be gone for good. That it was here, who removed it and why stays on the case.
      </p>
      <form method="post">
        <TextArea {...field('reason', refused)} label="Why it is removed" rows={3} />
        <Button text="Remove the attachment" kind="warning" />
      </form>
    </>
  );
}
