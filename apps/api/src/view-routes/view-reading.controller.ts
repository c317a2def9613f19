import { Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeViewReading, type ViewReading } from '@app/contracts';
import { foldMapping, MOST_MAPPED } from '@app/domain';
import { type Asker, CurrentUser, CurrentView, UploadRight, Requires } from '../auth/rules.js';
import { BodyOf } from '../http/body-limits.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import type { StoredReading } from '../views/view-reading.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { VIEW_READING } from './views.examples.js';

@ApiTags('views')
@Controller('views/:viewId/reading')
export class ViewReadingController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  @Requires('follow_imports')
  @Describe(
    'How the sheets of a view are read.',
    'What people said of them: it rules every import that is not told otherwise, and what a run was told is remembered when it is published.',
  )
  @Answers(200, 'ViewReading', { description: 'How they are read.', example: VIEW_READING })
  readViewReading(@CurrentView() { reading }: StoredView): ViewReading {
    return toAnswer(reading);
  }

  @Put()
  @BodyOf({ keys: MOST_MAPPED, bytes: 256 * 1024 })
  @UploadRight()
  @Describe(
    'Say how the sheets of a view are read.',
    'From the next import on. What is left out stays as it is, null forgets it; `column_mapping` is given whole.',
  )
  @Takes('ChangeViewReading', {
    date_order: 'month_first',
    column_mapping: { Account: 'client', Region: null },
  })
  @Answers(200, 'ViewReading', { description: 'How they are read from now on.', example: VIEW_READING })
  @Problems(400, [422, 'The view adds up others and has no sheet of its own.'])
  async changeViewReading(
    @CurrentView() { id }: StoredView,
    @CurrentUser() { email }: Asker,
    @CheckedBody() change: ChangeViewReading,
  ): Promise<ViewReading> {
    return toAnswer((await this.views.changeReading(id, { ...given(change), ...by(email) })).reading);
  }
}

const by = (email: string) => ({ changedBy: email, changedAt: new Date() });

function given({
  encoding,
  separator,
  date_order,
  column_mapping,
}: ChangeViewReading): Partial<StoredReading> {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(separator !== undefined && { separator }),
    ...(date_order !== undefined && { dateOrder: date_order }),
    ...(column_mapping !== undefined && { columns: foldMapping(column_mapping ?? {}) }),
  };
}

const toAnswer = (reading: StoredReading): ViewReading => ({
  encoding: reading.encoding,
  separator: reading.separator,
  date_order: reading.dateOrder,
  column_mapping: { ...reading.columns },
  changed_by: reading.changedBy,
  changed_at: reading.changedAt?.toISOString() ?? null,
});
