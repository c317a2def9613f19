/** The name of a choice among those of all that this site keeps. */
export const rememberedAs = (key: string): string => `pipeline.${key}`;

/** Small choices that survive a visit. Where storage is blocked the console works, it only forgets. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(rememberedAs(key));
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(rememberedAs(key), value);
  } catch {
    // Losing a choice is better than failing.
  }
}
