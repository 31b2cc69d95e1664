import { renderToString } from 'preact-render-to-string';
import { barChart } from './bar-chart.tsx';

/** Draws a chart that nobody sees, so that the first reader does not wait for the library to be compiled. */
export function warmUpCharts(): void {
  const bars = [{ label: 'Warm-up', value: 1 }];
  const words = { title: 'Warm-up', description: '', labelHeading: '', valueHeading: '' };
  for (let time = 0; time < 5; time += 1) {
    renderToString(barChart({ id: 'warm-up', type: 'whole', bars, ...words }));
  }
}
