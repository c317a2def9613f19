import { Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  ChangeSetting,
  type SettingChangePage,
  type Settings,
  TryWeights,
  type WeightsEffect,
} from '@app/contracts';
import { SETTING_KEYS, type SettingKey } from '@app/domain';
import { type Asker, CurrentUser, SignedIn, Requires } from '../auth/rules.js';
import { BodyOf } from '../http/body-limits.js';
import { changePage, changePages } from '../http/change-pages.js';
import { expectedRevisions, unwantedRevisions } from '../http/if-match.js';
import { wholePage } from '../http/whole-page.js';
import { notFound } from '../http/problem.js';
import { oneOf, type QueryValues, ReadQuery } from '../http/query-parameters.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { toSettingChange } from '../settings/setting-document.js';
import { SettingsWriterService } from './settings-writer.service.js';
import { SETTING_CHANGE, SETTINGS, WEIGHTS_EFFECT } from './settings.examples.js';
import { SettingsRepository } from '../settings/settings.repository.js';
import { SettingsService } from '../settings/settings.service.js';
import { WeightsEffectService } from './weights-effect.service.js';

/** Every stage with every source is a weight, and each of 1,000 BDRs may have a goal. */
const A_TABLE = { keys: 1_000, values: 2_000 };

const HISTORY = {
  key: oneOf({ name: 'key', description: 'Of one setting; default: of all.' }, SETTING_KEYS),
  ...changePages(),
};

@ApiTags('settings')
@Controller('settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly writer: SettingsWriterService,
    private readonly repository: SettingsRepository,
    private readonly effect: WeightsEffectService,
  ) {}

  @Get()
  @SignedIn()
  @Describe(
    'What holds for the whole installation.',
    'Weights, revenue span and BDR goals, and who changed them last.',
  )
  @Answers(200, 'Settings', { description: 'The settings.', example: SETTINGS })
  readSettings(): Promise<Settings> {
    return this.settings.answer();
  }

  @Get('history')
  @Requires('manage_settings')
  @Describe('Who changed which setting, when, and from what to what.', 'Newest first; null is the default.')
  @Answers(200, 'SettingChangePage', { description: 'The changes.', example: wholePage([SETTING_CHANGE]) })
  @Problems(400)
  listSettingChanges(@ReadQuery(HISTORY) query: QueryValues<typeof HISTORY>): Promise<SettingChangePage> {
    return changePage(this.repository.changes, query.key, query, toSettingChange);
  }

  @Post('weights/effect')
  @HttpCode(200)
  @BodyOf(A_TABLE)
  @Requires('manage_settings')
  @Describe(
    'What a weight table would make of the open pipe, before it is saved.',
    '`pipe.active_weighted` of each view under the table in force and under this one, as of today.',
  )
  @Takes('TryWeights', { value: SETTINGS.weights.value })
  @Answers(200, 'WeightsEffect', { description: 'The effect.', example: WEIGHTS_EFFECT })
  @Problems(400)
  tryWeights(@CurrentUser() asker: Asker, @CheckedBody() { value }: TryWeights): Promise<WeightsEffect> {
    return this.effect.of(asker, value);
  }

  @Put(':key')
  @BodyOf(A_TABLE)
  @Requires('manage_settings')
  @ApiParam({ name: 'key', enum: SETTING_KEYS, description: 'Which setting.' })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description:
      'The revision of the setting that the change was made on; without it whatever is there is replaced.',
    example: '"2"',
  })
  @Describe(
    'Change a setting.',
    'The whole value, or null to return to the default. Every number shows it at once.',
  )
  @Takes('ChangeSetting', { value: 'half' })
  @Answers(200, 'Settings', { description: 'The settings as they are now.', example: SETTINGS })
  @Problems(400, [404, 'There is no such setting.'], 412)
  async changeSetting(
    @Param('key') key: string,
    @CurrentUser() { email }: Asker,
    @CheckedBody() { value }: ChangeSetting,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
  ): Promise<Settings> {
    const setting = known(key);
    const unwanted = unwantedRevisions(unless);
    await this.writer.change(setting, value, { by: email, expected: expectedRevisions(tag), unwanted });
    return this.settings.answer();
  }
}

function known(key: string): SettingKey {
  const found = SETTING_KEYS.find((name) => name === key);
  if (found === undefined)
    throw notFound(`There is no setting ${JSON.stringify(key)}: it is one of ${SETTING_KEYS.join(', ')}.`);
  return found;
}
