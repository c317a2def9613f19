/** The cookies of a script: what a browser does by itself. */
export class Session {
  private readonly jar = new Map<string, string>();

  get cookies(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** What a write sends back as `X-XSRF-TOKEN`. */
  get token(): string {
    return this.jar.get('XSRF-TOKEN') ?? '';
  }

  readonly keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.jar.set(name, decodeURIComponent(value));
    }
  };
}

/** Looks again until it gives something. */
export async function until<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const given = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
};
