import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';

interface Service {
  image?: string;
  build?: { args: Record<string, string> };
  user: string;
  environment: Record<string, string>;
  [setting: string]: unknown;
}

const ROOT = join(import.meta.dirname, '..', '..');
const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const { services } = parse(text('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
};

describe('docker-compose.yml', () => {
  it.each(Object.entries(services))('%s may do what it needs and no more', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      stop_grace_period: expect.stringMatching(/^\d+s$/) as string,
      mem_limit: expect.stringMatching(/^\d+[mg]$/) as string,
      pids_limit: expect.any(Number) as number,
      tmpfs: [expect.stringMatching(/^\/tmp:/)],
      logging: {
        options: { 'max-size': expect.any(String) as string, 'max-file': expect.any(String) as string },
      },
    });
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(service.privileged).toBeUndefined();
  });

  it('holds no password, and asks for those that are missing', () => {
    const secrets = Object.values(services)
      .flatMap(({ environment }) => Object.entries(environment))
      .filter(([name]) => name.includes('PASSWORD'));
    expect(secrets).toHaveLength(3);
    for (const [, value] of secrets)
      expect(value).toMatch(/^\$\{MONGO_(ROOT_)?PASSWORD:\?Set MONGO_\w+ to .+\}$/);
    expect(text('docker-compose.yml')).not.toMatch(/PASSWORD:-/);
  });

  it('puts no password into a connection string, where some characters would mean something else', () => {
    const { MONGO_URL, MONGO_USER } = services.app?.environment ?? {};
    expect(MONGO_URL).toBe('mongodb://database:27017/sales_analytics?authSource=sales_analytics');
    expect(MONGO_USER).toBe(services.database?.environment.MONGO_APP_USER);
  });

  it('makes a user for the product that may read and write its database only', () => {
    const script = text('docker/create-app-user.js');
    const created: unknown[] = [];
    const db = {
      getSiblingDB: (name: string) => ({ createUser: (user: object) => created.push({ name, ...user }) }),
    };
    const env = { MONGO_APP_DATABASE: 'sales', MONGO_APP_USER: 'user', MONGO_APP_PASSWORD: `'"$@/\\` };
    runInNewContext(script, { db, process: { env } });
    expect(created).toEqual([
      {
        name: 'sales',
        user: 'user',
        pwd: env.MONGO_APP_PASSWORD,
        roles: [{ role: 'readWrite', db: 'sales' }],
      },
    ]);
    expect(services.database?.volumes).toContain(
      './docker/create-app-user.js:/docker-entrypoint-initdb.d/create-app-user.js:ro',
    );
  });

  it('takes both images by digest from whoever pins them', () => {
    expect(services.database?.image).toBe('${MONGO_IMAGE:-mongo:7}');
    expect(services.app?.build?.args.NODE_IMAGE).toBe('${NODE_IMAGE:-node:24-slim}');
    expect(text('Dockerfile').match(/^FROM (\S+)/gm)).toEqual(['FROM ${NODE_IMAGE}', 'FROM ${NODE_IMAGE}']);
  });

  it('gives the product longer to stop than it takes', () => {
    const patience = Number(
      /PATIENCE_MS = ([\d_]+)/.exec(text('apps/api/src/shutdown.ts'))?.[1]?.replace('_', ''),
    );
    expect(Number.parseInt(String(services.app?.stop_grace_period)) * 1_000).toBeGreaterThan(patience);
  });
});

describe('the image', () => {
  it('runs as a user by number, on what the runtime tree holds', () => {
    const runtime =
      text('Dockerfile')
        .split(/^FROM /m)
        .at(-1) ?? '';
    expect(runtime).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(runtime.match(/^COPY .*$/gm)).toEqual(['COPY --from=build /runtime ./']);
    expect(runtime).not.toMatch(/npm/);
  });
});
