import type { VNode } from 'preact';

/** Links to the same table as files. */
export function DownloadLinks(props: {
  /** What is downloaded, for those who hear the links alone: `children looked after`. */
  readonly of: string;
  readonly csv: string;
  readonly xlsx: string;
}): VNode {
  const heard = <span class="govuk-visually-hidden">: {props.of}</span>;
  return (
    <ul class="wellplaced-downloads">
      <li>
        <a class="govuk-link govuk-link--no-visited-state" href={props.csv}>
          Download as CSV{heard}
        </a>
      </li>
      <li>
        <a class="govuk-link govuk-link--no-visited-state" href={props.xlsx}>
          Download as Excel (XLSX){heard}
        </a>
      </li>
    </ul>
  );
}
