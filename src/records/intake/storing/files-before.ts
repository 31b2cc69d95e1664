/**
 * The condition on `import_file` that it was taken, by an import that stands and was made before the
 * one whose id is at `place`: an import that is made again, because an earlier one was taken back,
 * knows of the same files as when it was made first. Imports of before revisions were numbered came
 * before every other.
 */
export function standsBefore(place: string): string {
  return `import_file.problem is null
    and not exists (select 1 from import
      where import.authority_id = $1 and import.import_id = import_file.import_id
        and import.taken_back)
    and not exists (select 1 from revision made join revision own on own.authority_id = $1
      where made.authority_id = $1 and made.kind = 'import' and own.kind = 'import'
        and made.import_id = import_file.import_id and own.import_id = ${place}
        and made.revision > own.revision)`;
}
