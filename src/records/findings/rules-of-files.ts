import { DATA_TEAM, type RuleExplanation } from './rule-explanation.ts';

/** What is found of a file as such, and of how its values were written. */
export const OF_FILES = {
  'identifier-tidied': {
    name: 'An identifier without what a spreadsheet added',
    whatToDo:
      'The file writes it as spreadsheets leave numbers (1234567.0, ="1234567", commas), and it was taken without that. Nothing is lost; format the column as text before the next extract.',
    whoMends: DATA_TEAM,
  },
  'value-tidied': {
    name: 'A code written as a spreadsheet writes it',
    whatToDo:
      'TRUE or FALSE was taken as 1 or 0, or a code without the spaces in it. Nothing is lost; correct the extract when convenient.',
    whoMends: DATA_TEAM,
  },
  'identifier-differs-by-zeros': {
    name: 'Two identifiers that differ by leading zeros',
    whatToDo:
      'Spreadsheets take the zeros before a number away, so the two are probably one child, who is counted twice or whose costs do not meet the care. Look which is right, and import the other file again with the column as text.',
    whoMends: DATA_TEAM,
  },
  'dates-month-first': {
    name: 'Days with the month first',
    whatToDo:
      'One value of the column is a day only with its month first, so the whole column was read that way. Look at a few of them; if it is wrong, correct that value and import again.',
    whoMends: 'Whoever imports the files',
  },
  'return-year-disagrees': {
    name: 'A file’s dates are not of its year',
    whatToDo:
      'The folder or file is named for one year and its latest date is in another, so its codes were checked against the wrong year’s guide. Rename the folder or replace the file.',
    whoMends: 'Whoever imports the files',
  },
  'rows-identical': {
    name: 'Two rows say the same',
    whatToDo:
      'Of payments both are counted, for an invoice may hold two like lines; of anything else one is kept. Look whether something was entered twice, and take one out if so.',
    whoMends: 'Whoever makes the file',
  },
  'encoding-disagrees': {
    name: 'A return declares another encoding than it is in',
    whatToDo:
      'The file was read by what its bytes are, so codes and dates are right. Look at a word with an accent or a pound sign, and tell the supplier of the system if it is wrong.',
    whoMends: 'Whoever exports the return',
  },
  'columns-ignored': {
    name: 'Columns were read past',
    whatToDo:
      'The file has columns that are not part of its layout. Nothing needs doing unless one of them should have been read: then map the file’s columns.',
    whoMends: 'Whoever imports the files',
  },
  'sheet-not-read': {
    name: 'A sheet that was not read',
    whatToDo:
      'The workbook has a sheet without a table, such as a cover or notes, or a hidden one. Nothing needs doing unless rows on it belong to the import: then give them a visible sheet of their own with column names.',
    whoMends: 'Whoever imports the files',
  },
  'rows-above-header': {
    name: 'Rows above the column names',
    whatToDo:
      'A title or something else stands above the column names and was read past. Nothing needs doing unless one of those rows is a record: then move it below the column names.',
    whoMends: 'Whoever imports the files',
  },
  'values-without-column': {
    name: 'Values in a column without a name',
    whatToDo:
      'Something stands beside the table, or a column name is missing, so the values are in no record. Give the column its name, or move what stands beside the table elsewhere.',
    whoMends: 'Whoever imports the files',
  },
  'rejected-rows-not-kept': {
    name: 'More rejected rows than are kept',
    whatToDo:
      'The file has so many rejected rows that only the first are kept with their reasons, and the others are counted. See what the first have in common, mend the extract and import it again.',
    whoMends: 'Whoever imports the files',
  },
  'findings-not-kept': {
    name: 'More findings than are kept',
    whatToDo:
      'There is so much to say of the files that only the first findings are kept, and the others are counted; what earlier imports found in the same records stands until then. See what the first have in common, mend the extract and import it again.',
    whoMends: 'Whoever imports the files',
  },
  'record-named-again': {
    name: 'Two rows for one record',
    whatToDo:
      'The same record stands in more than one row and one of them was kept. Take the others out, or make them different records, such as a change of rate on a later day.',
    whoMends: 'Whoever makes the cost files',
  },
  'file-without-rows': {
    name: 'A file without rows',
    whatToDo:
      'The file has a header and nothing below it, so nothing came of it. If it should hold rows, export it again.',
    whoMends: 'Whoever imports the files',
  },
  'short-rows': {
    name: 'Rows without their last values',
    whatToDo:
      'Excel leaves out the separators of empty last columns, so these rows have fewer values than the header has columns. They are taken, with what they lack as empty. Look at one of the lines named, and export again from the source system if something is missing.',
    whoMends: 'Whoever imports the files',
  },
  'surplus-values-empty': {
    name: 'Rows with more values than columns',
    whatToDo:
      'The rows have values past the last column, all of them empty, and those were left away. Nothing needs doing unless the values of such a row are shifted.',
    whoMends: 'Whoever imports the files',
  },
  'letters-lost': {
    name: 'Letters that were lost',
    whatToDo:
      'The file holds signs that stand for letters its system could not write, so a name or a text is not what it was. Export it again as UTF-8.',
    whoMends: 'Whoever imports the files',
  },
  'letters-garbled': {
    name: 'Letters that were garbled',
    whatToDo:
      'The file was read once in another encoding than it was written in, so letters with accents came out as pairs of signs. Export it again as UTF-8.',
    whoMends: 'Whoever imports the files',
  },
} as const satisfies Record<string, RuleExplanation>;
