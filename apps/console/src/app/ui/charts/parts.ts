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

/** Only what the charts of the console use: the rest of the library stays out of the bundle. */
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
