/** What every field of a form has. */
export interface FieldProps {
  /** The field's name, also its id, which an error summary links to. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what was typed, if anything is. */
  readonly problem?: string | undefined;
}

/** The parameters that the libraries' field components share. */
function fieldParams(field: FieldProps): object {
  return {
    id: field.name,
    name: field.name,
    ...(field.hint === undefined ? {} : { hint: { text: field.hint } }),
    ...(field.problem === undefined ? {} : { errorMessage: { text: field.problem } }),
  };
}

/** As fieldParams, for one control with a label. */
export function labelledParams(field: FieldProps): object {
  return { ...fieldParams(field), label: { text: field.label } };
}

/** As fieldParams, for several controls under one legend. */
export function legendParams(field: FieldProps): object {
  return {
    ...fieldParams(field),
    idPrefix: field.name,
    fieldset: { legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } },
  };
}
