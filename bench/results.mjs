/** Prints one aligned line a measurement. */
export class Results {
  constructor(out) {
    this.out = out;
  }

  line(subject, what, figure, reference) {
    const cells = [subject.padEnd(44), what.padEnd(18), figure.padStart(16), reference];
    this.out.write(`${cells.join('  ')}\n`);
  }
}
