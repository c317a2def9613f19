import { ApiResponse } from '@nestjs/swagger';
import { EXPORT_FORMATS } from './export-formats.js';

/** Documents a route that answers a file, and the file in each format. */
export const AnswersFile = (description: string, example: string) =>
  ApiResponse({
    status: 200,
    description,
    headers: {
      'Content-Disposition': {
        description: 'Name to save the file under.',
        schema: { type: 'string' },
        example: 'attachment; filename="signal-poa.generated-2026-07-01-2026-12-31.csv"',
      },
    },
    content: {
      'text/csv': { schema: { type: 'string' }, example },
      [EXPORT_FORMATS.xlsx.mediaType]: { schema: { type: 'string', format: 'binary' } },
    },
  });
