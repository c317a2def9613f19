import { existsSync } from 'node:fs';
import { isEmail } from 'class-validator';
import mongoose, { type Connection } from 'mongoose';
import { DataFolderInUseError, startEmbeddedMongo } from '@app/embedded-mongo';
import { COMMAND } from './audit/actors.js';
import { AuditLogRepository } from './audit/audit-log.repository.js';
import { AuditLog } from './audit/audit-log.service.js';
import type { Config } from './config/config.js';
import { type Environment, readConfig } from './config/read-config.js';
import { EMBEDDED_OPTIONS, REQUEST_OPTIONS } from './database/client-options.js';
import { InvitationsRepository } from './invitations/invitations.repository.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { makeSuperAdmin } from './seed/make-super-admin.js';
import type { Person } from './users/person.js';
import { USER_MODEL, type UserDocument, userSchema } from './users/user.schema.js';
import { UsersRepository } from './users/users.repository.js';

/**
 * Makes a sign-in link for whoever operates the product: they have its environment and its database, and need nobody
 * to let them in. Where there is no super admin, the person becomes the first.
 *
 * @returns what to print
 * @throws Error whose message says what to do
 */
export async function inviteCommand(environment: Environment, address: string | undefined): Promise<string> {
  if (address === undefined || !/^[\x21-\x7e]+$/.test(address) || !isEmail(address))
    throw new Error('Name one address: npm run invite -- ada@example.com');
  const config = readConfig(environment);
  const { connection, close } = await connect(config);
  try {
    return await invite(connection, config, address.toLowerCase());
  } finally {
    await close();
  }
}

async function invite(connection: Connection, config: Config, email: string): Promise<string> {
  if ((await connection.collection('views').findOne({})) === null)
    throw new Error('The product has not prepared this database yet: start it first, then ask again.');
  const users = new UsersRepository(connection.model<UserDocument>(USER_MODEL, userSchema));
  const isFirst = (await users.superAdmins(config.demoUserEmail)).length === 0;
  const audit = new AuditLog(new AuditLogRepository(connection));
  if (isFirst) await makeSuperAdmin({ users, audit, by: COMMAND }, email);
  const person = await users.byEmail(email);
  if (!person) throw new Error(await unknown(users, email));
  const invitations = new InvitationsService(new InvitationsRepository(connection), users);
  const origin = config.publicUrl ?? `http://localhost:${config.port}`;
  const { url, expiresAt } = await invitations.make(person, 'command', origin);
  await audit.record({
    action: 'user_invited',
    actor: COMMAND,
    subject: { id: person.id, name: person.email },
    after: { expires_at: expiresAt },
  });
  const said = [
    ...(isFirst ? [`There was no super admin: ${email} is one now.`] : []),
    `Signs in ${person.email} (${roleOf(person)}), once, until ${expiresAt.toISOString()}:`,
    '',
    `  ${url}`,
  ];
  return `${said.join('\n')}\n`;
}

async function unknown(users: UsersRepository, email: string): Promise<string> {
  const admins = (await users.all()).filter(({ role }) => role === 'super_admin').map((admin) => admin.email);
  return `${email} is not a user. A super admin can invite them; a link for one of these lets you in: ${admins.join(', ')}`;
}

const roleOf = ({ role }: Person): string => (role === 'super_admin' ? 'super admin' : 'viewer');

async function connect(config: Config): Promise<{ connection: Connection; close: () => Promise<void> }> {
  const { uri, close } = await databaseOf(config);
  const options = config.mongoUrl === null ? EMBEDDED_OPTIONS : REQUEST_OPTIONS;
  const connection = await mongoose.createConnection(uri, { dbName: config.dbName, ...options }).asPromise();
  return {
    connection,
    async close() {
      await connection.close();
      await close();
    },
  };
}

/**
 * One process has an embedded database open. Where that is the running product, this asks it by its private socket,
 * whose place it wrote into its data folder: both are open to its own user alone.
 */
async function databaseOf({
  mongoUrl,
  dataDir,
}: Config): Promise<{ uri: string; close: () => Promise<void> }> {
  if (mongoUrl !== null) return { uri: mongoUrl, close: () => Promise.resolve() };
  if (!existsSync(dataDir)) throw new Error(`There is no data in ${dataDir}: start the product first.`);
  try {
    return await startEmbeddedMongo({ dataDir, listen: 'socket' });
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error;
    const address = error.holder?.address;
    if (address === undefined) throw new Error('The product is just starting: ask again.', { cause: error });
    // Windows has no such socket, and the password of the port in its place is written down nowhere.
    if (!address.includes('/'))
      throw new Error('Stop the product, ask again, then start it.', { cause: error });
    return { uri: `mongodb://${encodeURIComponent(address)}/`, close: () => Promise.resolve() };
  }
}
