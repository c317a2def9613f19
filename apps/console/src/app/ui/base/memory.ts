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

/** All choices whose keys begin with a text: what follows it, and the choice. */
export function rememberedUnder(start: string): [rest: string, value: string][] {
  try {
    const own = rememberedAs(start);
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(own))
      .map((key) => [key.slice(own.length), localStorage.getItem(key) ?? '']);
  } catch {
    return [];
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(rememberedAs(key), value);
  } catch {
    // Losing a choice is better than failing.
  }
}
