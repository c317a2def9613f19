import { ApiQuery } from '@nestjs/swagger';
import { AGAINST } from '../questions/screen-question.js';

/** Documents what the numbers of a screen are compared with. */
export const AgainstParameter = () =>
  ApiQuery({
    name: 'against',
    required: false,
    enum: AGAINST,
    description: 'What the period is compared with: the one before (default), a year earlier, or nothing.',
  });
