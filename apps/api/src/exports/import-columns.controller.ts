import { Controller, Get, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ImportColumnPage } from '@app/contracts';
import { DEAL_COLUMNS, IMPORT_COLUMNS, TEMPLATE_ROWS } from '@app/domain';
import { SignedIn } from '../auth/rules.js';
import { ReadQuery } from '../http/query-parameters.js';
import { wholePage } from '../http/whole-page.js';
import { Answers, Describe, Problems } from '../openapi/answers.js';
import { AnswersFile } from './export-answers.js';
import { EXPORT_FORMATS } from './export-formats.js';
import { type FileArguments, FILES } from './export-parameters.js';
import { atOnce } from './export-table.js';
import { ExportTurns } from './export-turns.guard.js';
import { TEMPLATE_CSV } from './exports.examples.js';
import type { Export } from './exports.service.js';
import { SendExport } from './send-export.interceptor.js';

const COLUMNS = wholePage([...IMPORT_COLUMNS]);

/** What people need who prepare a sheet: the same for every view. */
@ApiTags('ingestion')
@Controller('import-columns')
export class ImportColumnsController {
  @Get()
  @SignedIn()
  @Describe(
    'The columns that a sheet may have.',
    'In the order of the template: what each holds, the headers under which it is read, and those for which it is proposed.',
  )
  @Answers(200, 'ImportColumnPage', {
    description: 'The columns.',
    example: { ...COLUMNS, items: COLUMNS.items.slice(0, 3) },
  })
  listImportColumns(): ImportColumnPage {
    return COLUMNS;
  }

  @Get('template')
  @UseGuards(ExportTurns)
  @UseInterceptors(SendExport)
  @SignedIn()
  @Describe(
    'A sheet to fill in.',
    'Every column, and two rows that show how they are written: overwrite them, for they are imported like any other.',
  )
  @AnswersFile('The sheet.', TEMPLATE_CSV)
  @Problems(400, 429)
  readImportTemplate(@ReadQuery(FILES.template) { format }: FileArguments<'template'>): Export {
    const table = { columns: DEAL_COLUMNS, batches: atOnce(TEMPLATE_ROWS) };
    return { name: 'deals-template', sheet: 'Deals', format: EXPORT_FORMATS[format], table };
  }
}
