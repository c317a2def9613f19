import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SearchAnswer } from '@app/contracts';
import { type Asker, CurrentUser, Requires } from '../auth/rules.js';
import { ReadQuery } from '../http/query-parameters.js';
import { Answers, Describe, Problems } from '../openapi/answers.js';
import { SEARCH, type SearchArguments } from './search-parameters.js';
import { FOUND } from './search.examples.js';
import { SearchService } from './search.service.js';

@ApiTags('records')
@Controller('search')
export class SearchController {
  constructor(private readonly found: SearchService) {}

  @Get()
  @Requires('search')
  @Describe(
    'People and deals of all the views that the caller opens.',
    'By words of a name; where nobody is called that, by words like it.',
  )
  @Answers(200, 'SearchAnswer', { description: 'What was found.', example: FOUND })
  @Problems(400)
  search(@CurrentUser() asker: Asker, @ReadQuery(SEARCH) query: SearchArguments): Promise<SearchAnswer> {
    return this.found.search(asker, query);
  }
}
