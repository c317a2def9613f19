export function stagedChecks(files: readonly string[]): [tool: string, args: string[]][];
