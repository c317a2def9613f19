/* What an answer hands on as the domain computes it: these shapes are declared there, and only there. */

export type {
  Against,
  BreakdownRow,
  ByMetric,
  ComparedValue,
  Dimension,
  FigureId,
  Formula,
  FormulaTerm,
  LeftOut,
  MetricDefinition,
  MetricId,
  MetricTable,
  MetricUnit,
  MetricValue,
  NumberId,
  NumberNote,
  Status,
  TableColumn,
  TableRow,
  WholeNumber,
} from '@app/domain';
