/**
 * Invented councils as many as England's children's services and about as unlike in size: the
 * children looked after are spread as a log-normal, from some dozens to over two thousand.
 */
export function councilsOfEngland(councils = 153, children = 82_000) {
  const weights = Array.from({ length: councils }, (_, at) =>
    Math.exp(0.7 * normalQuantile((at + 0.5) / councils)),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, at) => ({
    code: `L${String(at + 1).padStart(3, '0')}`,
    name: `Council ${at + 1} of the bench`,
    children: Math.max(1, Math.round((children * weight) / all)),
    seed: at + 1,
  }));
}

/** Where so large a share of a standard normal distribution lies below (Abramowitz and Stegun 26.2.23, within 0.0005). */
function normalQuantile(share) {
  const tail = Math.min(share, 1 - share);
  const t = Math.sqrt(-2 * Math.log(tail));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  const quantile = t - above / below;
  return share < 0.5 ? -quantile : quantile;
}
