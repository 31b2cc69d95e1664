/** A file of the council, its lines without line ends, the headings first. */
export interface CouncilFile {
  readonly path: string;
  readonly lines: Iterable<string>;
}
