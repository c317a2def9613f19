import { Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { AddUser, ChangeUser, type User, type UserPage } from '@app/contracts';
import { type Asker, CurrentUser, Requires } from '../auth/rules.js';
import { BodyOf } from '../http/body-limits.js';
import { CheckedBody } from '../http/validation.js';
import { wholePage } from '../http/whole-page.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { UserAnswerService } from './user-answer.service.js';
import { UserChangesService } from './user-changes.service.js';
import { EXAMPLE_ADDED, EXAMPLE_NEW_USER, EXAMPLE_USER } from './users.examples.js';

const UserParam = () =>
  ApiParam({ name: 'userId', type: String, description: 'Id of a user.', example: EXAMPLE_USER.id });

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly answers: UserAnswerService,
    private readonly changes: UserChangesService,
  ) {}

  @Get()
  @Requires('manage_users')
  @Describe('Everybody who may sign in.', 'Super admins first, then by name.')
  @Answers(200, 'UserPage', { description: 'The people.', example: wholePage([EXAMPLE_USER]) })
  async listUsers(@CurrentUser() asker: Asker): Promise<UserPage> {
    return wholePage(await this.answers.all(asker));
  }

  @Post()
  @BodyOf({ bytes: 64 * 1_024 })
  @Requires('manage_users')
  @Describe(
    'Add somebody.',
    'From now on the person signs in with Google, or with a link of `POST /invitations`. Nothing is sent.',
  )
  @Takes('AddUser', EXAMPLE_NEW_USER)
  @Answers(201, 'User', {
    description: 'The person.',
    example: EXAMPLE_ADDED,
  })
  @Problems(400, [409, 'The address is a user already: `detail` says who. Nothing was changed.'])
  addUser(@CurrentUser() asker: Asker, @CheckedBody() wanted: AddUser): Promise<User> {
    return this.changes.add(asker, wanted);
  }

  @Patch(':userId')
  @BodyOf({ bytes: 64 * 1_024 })
  @Requires('manage_users')
  @UserParam()
  @Describe(
    'Change what somebody may do.',
    'From the next request on. What is not named stays as it is; names of views that are gone may stay in the list.',
  )
  @Takes('ChangeUser', { view_access: ['Signal', 'Market'] })
  @Answers(200, 'User', {
    description: 'The person as they are now.',
    example: { ...EXAMPLE_USER, view_access: ['Signal', 'Market'] },
  })
  @Problems(400, 404, [
    409,
    'It is the own role, that of the last super admin or of the demo user; or what the person opens is not `view_access_before` any more.',
  ])
  changeUser(
    @CurrentUser() asker: Asker,
    @Param('userId') id: string,
    @CheckedBody() wanted: ChangeUser,
  ): Promise<User> {
    return this.changes.change(asker, id, wanted);
  }

  @Delete(':userId')
  @HttpCode(204)
  @Requires('manage_users')
  @UserParam()
  @Describe(
    'Remove somebody.',
    'Sessions and sign-in links end at once, the start page and saved pages that nobody else sees are removed. Saved boards and pages that are shared stay stored; whoever is added again with the address is somebody new.',
  )
  @Answers(204, null, { description: 'Removed.' })
  @Problems(404, [409, 'It is who asks, or the last super admin.'])
  removeUser(@CurrentUser() asker: Asker, @Param('userId') id: string): Promise<void> {
    return this.changes.remove(asker, id);
  }

  @Delete(':userId/sessions')
  @HttpCode(204)
  @Requires('manage_users')
  @UserParam()
  @Describe('Sign somebody out everywhere.', 'A sign-in link that waits to be used stays good.')
  @Answers(204, null, { description: 'Ended.' })
  @Problems(404)
  endSessionsOfUser(@CurrentUser() asker: Asker, @Param('userId') id: string): Promise<void> {
    return this.changes.endSessions(asker, id);
  }
}
