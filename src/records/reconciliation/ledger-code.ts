/** The two halves of a ledger code; a half that is not recorded is null. */
export interface LedgerCode {
  readonly costCentre: string | null;
  readonly subjective: string | null;
}

/** A code as one text, to tell it from others. */
export function codeKey({ costCentre, subjective }: LedgerCode): string {
  return JSON.stringify([costCentre ?? '', subjective ?? '']);
}

/** The code that a text of `codeKey` tells. */
export function codeOfKey(key: string): LedgerCode {
  const [costCentre, subjective] = JSON.parse(key) as [string, string];
  return { costCentre: costCentre || null, subjective: subjective || null };
}

/** The code of a cost or a payment. */
export function codeOf(of: {
  readonly costCentre: string | undefined;
  readonly subjective: string | undefined;
}): LedgerCode {
  return { costCentre: of.costCentre ?? null, subjective: of.subjective ?? null };
}

/** A code in words: `41110 4310`. */
export function codeInWords({ costCentre, subjective }: LedgerCode): string {
  if (costCentre === null && subjective === null) return 'no code recorded';
  return `${costCentre ?? 'no cost centre'} ${subjective ?? 'no subjective'}`;
}
