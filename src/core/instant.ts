// English councils, whatever the clock of the machine says.
const WHEN = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** An instant as `22 November 2026 at 10:14`, in the United Kingdom's time. */
export function instantInWords(instant: Date): string {
  return WHEN.format(instant);
}
