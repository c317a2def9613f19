import { applyDecorators } from '@nestjs/common';
import { ApiParam, ApiQuery } from '@nestjs/swagger';
import {
  FIGURES,
  FILTER_FIELDS,
  type FilterField,
  FINDING_CODES,
  metricDefinitions,
  SORT_FIELDS,
} from '@app/domain';

const FILTERED_BY: Record<FilterField, { what: string; example: string }> = {
  owner: { what: 'Account executive', example: 'Jane Smith' },
  bdr: { what: 'BDR', example: 'John Doe' },
  source_group: { what: 'Source group', example: 'inbound' },
  stage: { what: 'Stage; `other` for unknown ones', example: 'C Proposal sent' },
  product: { what: 'Product', example: 'Enterprise Plan' },
  relevance: { what: 'Relevance; `other` for unknown ones', example: 'Relevant' },
  type_of_deal: { what: 'Type of deal; `other` for unknown ones', example: 'New Business' },
};

/** Documents the record filters. */
export const FilterParameters = () =>
  applyDecorators(
    ...FILTER_FIELDS.map((name) =>
      ApiQuery({
        name,
        required: false,
        isArray: true,
        type: String,
        description: `${FILTERED_BY[name].what}. Repeat for several; empty for unassigned; names match folded.`,
        example: [FILTERED_BY[name].example],
      }),
    ),
  );

/** Documents the as-of date. */
export const AsOfParameter = () =>
  date('as_of', 'The day that counts as today; default: the calendar date of the installation.', false);

/** Documents a period and the as-of date. */
export const PeriodParameters = () =>
  applyDecorators(
    date('from', 'First day of the period.', true, '2026-07-01'),
    date('to', 'Last day of the period.', true, '2026-12-31'),
    AsOfParameter(),
  );

/** Documents what is asked of a period: its days, the as-of date and the record filters. */
export const QuestionParameters = () => applyDecorators(PeriodParameters(), FilterParameters());

/** Documents the metric a route is asked for. */
export const MetricParameter = () =>
  ApiQuery({
    name: 'metric',
    required: true,
    description:
      'Id of a metric of the catalogue, or of a figure of the Dashboard. Of figures, `half` is the half-year that holds ' +
      'the end of the period, `revenue` the revenue span, `period` the period itself; what bills up to today is ' +
      'compared with the plan to date.',
    enum: [...metricDefinitions().map(({ id }) => id), ...FIGURES],
    example: 'poa.generated',
  });

/** Documents the finding whose records a route answers. */
export const FindingParameter = () =>
  ApiParam({
    name: 'code',
    description: 'Code of a finding.',
    example: 'closed_without_arr',
    enum: FINDING_CODES,
  });

/** Documents order and pages of a list of records. */
export const PageParameters = () => applyDecorators(SortParameter(), PlaceParameters());

/** Documents the order of a list of records. */
export const SortParameter = () =>
  ApiQuery({
    name: 'sort',
    required: false,
    description: 'Column, with a leading "-" for descending. Default: the order of the sheet.',
    enum: SORT_FIELDS.flatMap((field) => [field, `-${field}`]),
    example: '-discovery_date',
  });

/** Documents the search for a client. */
export const ClientQuery = () =>
  ApiQuery({
    name: 'q',
    required: false,
    type: String,
    description: 'Part of the name of the client.',
    example: 'acme',
  });

/** Documents pages of a list that has one order. */
export const PlaceParameters = () =>
  applyDecorators(
    ApiQuery({
      name: 'limit',
      required: false,
      description: 'Records a page, 1 to 500.',
      example: 50,
      schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
    }),
    ApiQuery({
      name: 'cursor',
      required: false,
      type: String,
      description: 'The next_cursor of the page before. It is bound to the data of that page.',
    }),
  );

const date = (name: string, description: string, required: boolean, example = '2026-11-22') =>
  ApiQuery({ name, required, description, example, schema: { type: 'string', format: 'date' } });
