export interface Machine {
  env: Record<string, string | undefined>;
  execPath: string;
  version: string;
  platform: string;
  arch: string;
  isMusl: boolean;
  carried: (name: string) => string | undefined;
}
export function isNewEnough(version: string): boolean;
export function nodePath(machine?: Machine): string;
