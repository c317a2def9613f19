import { inviteCommand } from './invite-command.js';

const [email, ...others] = process.argv.slice(2);
process.umask(0o077);
try {
  process.stdout.write(await inviteCommand(process.env, others.length === 0 ? email : undefined));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
