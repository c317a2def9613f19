import {
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import { provideCharts } from 'ng2-charts';

/** Registers only what the charts use, to keep the rest of the library out of the bundle. */
export const provideChartParts = () =>
  provideCharts({
    registerables: [
      BarController,
      BarElement,
      CategoryScale,
      Filler,
      LineController,
      LineElement,
      LinearScale,
      PointElement,
      Tooltip,
    ],
  });

export const CHART_FONT = '"Inter Variable", Inter, system-ui, sans-serif';
