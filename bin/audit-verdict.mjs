const GRAVE = ['high', 'critical'];

/**
 * What npm's audit says: what is gravely weak, or that the registry gave no answer. `said` is what
 * `npm audit --json` printed.
 */
export function auditVerdict(said) {
  let report;
  try {
    report = JSON.parse(said);
  } catch {
    return { answered: false, weak: [] };
  }
  if (typeof report.vulnerabilities !== 'object') return { answered: false, weak: [] };
  const weak = Object.values(report.vulnerabilities)
    .filter(({ severity }) => GRAVE.includes(severity))
    .map(({ name, severity, range }) => `${name} ${range}: ${severity}`);
  return { answered: true, weak };
}
