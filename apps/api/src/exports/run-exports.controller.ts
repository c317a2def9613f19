import { Controller, Get, Param, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import { ReadQuery } from '../http/query-parameters.js';
import { RunParam } from '../ingestion/run-param.js';
import { Describe, Problems } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { AnswersFile } from './export-answers.js';
import { type FileArguments, FILES } from './export-parameters.js';
import { CHANGES_CSV, DUPLICATES_CSV, FINDINGS_CSV, MATCHES_CSV } from './exports.examples.js';
import type { Export } from './exports.service.js';
import { ExportTurns } from './export-turns.guard.js';
import { RunExportsService } from './run-exports.service.js';
import { SendExport } from './send-export.interceptor.js';

@ApiTags('exports')
@Controller('views/:viewId/ingestions/:run')
@UseGuards(ExportTurns)
@UseInterceptors(SendExport)
export class RunExportsController {
  constructor(private readonly exports: RunExportsService) {}

  @Get('findings/export')
  @ViewAccess()
  @Describe(
    'What is to be put right in a sheet, as a file.',
    'Every finding of a run: where it is, and what to do.',
  )
  @RunParam()
  @AnswersFile('The findings.', FINDINGS_CSV)
  @Problems(400, [422, 'The list is longer than a sheet of Excel.'], 429)
  exportRunFindings(
    @CurrentView() view: StoredView,
    @Param('run') run: string,
    @ReadQuery(FILES.runFindings) query: FileArguments<'runFindings'>,
  ): Promise<Export> {
    return this.exports.ofFindings(view, run, query);
  }

  @Get('duplicates/export')
  @ViewAccess()
  @Describe('The rows that a run removed, as a file.', 'Every row that is the same deal as another one.')
  @RunParam()
  @AnswersFile('The rows.', DUPLICATES_CSV)
  @Problems(400, [422, 'The list is longer than a sheet of Excel.'], 429)
  exportRunDuplicates(
    @CurrentView() view: StoredView,
    @Param('run') run: string,
    @ReadQuery(FILES.runDuplicates) query: FileArguments<'runDuplicates'>,
  ): Promise<Export> {
    return this.exports.ofDuplicates(view, run, query);
  }

  @Get('matches/export')
  @ViewAccess()
  @Describe(
    'The rows of which another deal may be meant, as a file.',
    'Every row that was taken for a deal by its client alone, or as one of several with the same client and stage.',
  )
  @RunParam()
  @AnswersFile('The rows.', MATCHES_CSV)
  @Problems(400, [422, 'The list is longer than a sheet of Excel.'], 429)
  exportRunMatches(
    @CurrentView() view: StoredView,
    @Param('run') run: string,
    @ReadQuery(FILES.runMatches) query: FileArguments<'runMatches'>,
  ): Promise<Export> {
    return this.exports.ofMatches(view, run, query);
  }

  @Get('changes/export')
  @ViewAccess()
  @Describe(
    'What a run changes, as a file.',
    'A row for each deal that is added or removed, and for each field that changes.',
  )
  @RunParam()
  @AnswersFile('The changes.', CHANGES_CSV)
  @Problems(400, [422, 'The list is longer than a sheet of Excel.'], 429)
  exportRunChanges(
    @CurrentView() view: StoredView,
    @Param('run') run: string,
    @ReadQuery(FILES.runChanges) query: FileArguments<'runChanges'>,
  ): Promise<Export> {
    return this.exports.ofChanges(view, run, query);
  }
}
