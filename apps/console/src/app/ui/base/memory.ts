/** Small choices that survive a visit. Where storage is blocked the console works, it only forgets. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`pipeline.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`pipeline.${key}`, value);
  } catch {
    // Losing a choice is better than failing.
  }
}
