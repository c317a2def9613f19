export function saysThatItFailed(line: string): boolean;
