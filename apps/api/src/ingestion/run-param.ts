import { ApiParam } from '@nestjs/swagger';
import { PUBLISHED_RUN } from './ingestion.examples.js';

/** The run of a route's `:run`. */
export const RunParam = () =>
  ApiParam({ name: 'run', description: 'Id of the run.', example: PUBLISHED_RUN.id });
