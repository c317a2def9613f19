import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Targets } from '@app/contracts';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import { Answers, Describe } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { TargetsService } from './targets.service.js';

const EXAMPLE: Targets = {
  raw: { intro_poa: { intro: 20, poa: 12 }, revenue_2026: { nov: 500_000 } },
  resolved: {
    intro: { value: 20, origin: 'intro_poa.intro' },
    poa: { value: 12, origin: 'intro_poa.poa' },
    meetings: { value: null, origin: null },
    'revenue_2026.nov': { value: 500_000, origin: 'revenue_2026.nov' },
  },
  views_sum: null,
  revision: 3,
  updated_at: '2026-11-20T14:02:00.000Z',
  updated_by: 'admin@example.com',
};

@ApiTags('targets')
@Controller('views/:viewId/targets')
export class TargetsController {
  constructor(private readonly targets: TargetsService) {}

  @Get()
  @ViewAccess()
  @Describe('The targets of a view.', 'What is stored, what it resolves to, and where each value comes from.')
  @Answers(200, 'Targets', { description: 'The targets.', example: EXAMPLE })
  read(@CurrentView() view: StoredView): Promise<Targets> {
    return this.targets.of(view);
  }
}
