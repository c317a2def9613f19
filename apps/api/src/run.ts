import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from './config/config.js';
import { DatabaseLink } from './database/database-link.js';
import { Startup } from './database/startup.js';
import { startMessage } from './start-message.js';
import { noDemoUser, notices } from './notices.js';
import { firstWayIn, waysIn } from './ways-in.js';
import { UsersRepository } from './users/users.repository.js';

/** Listens at once, then does what has to be done before the product is ready, and says so to whoever started it. */
export async function run(app: NestFastifyApplication): Promise<void> {
  const config = app.get(Config);
  await app.get(DatabaseLink).start();
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const address = await app.getUrl();
  const log = new Logger('Http');
  log.log(`Listening on ${address}`);
  log.log(waysIn(config));
  for (const notice of notices(config)) log.warn(notice);
  const startup = app.get(Startup);
  await startup.run();
  if (!startup.progress().isDone) return;
  const users = app.get(UsersRepository, { strict: false });
  if (!config.hasLocalSignIn && !(await users.hasSuperAdminSignedIn())) {
    log.warn(firstWayIn(config.bootstrapSuperAdmin));
  }
  if (config.hasDemo && !(await users.byEmail(config.demoUserEmail)))
    log.warn(noDemoUser(config.demoUserEmail));
  const people = config.hasLocalSignIn ? await users.all() : [];
  process.stdout.write(startMessage(config.publicUrl ?? address, people));
}
