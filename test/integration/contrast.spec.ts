import { readFileSync } from 'node:fs';

/** What a script in the browser does not measure: edges and marks, in both themes, from the tokens themselves. */
const TOKENS = readFileSync('apps/console/src/styles/tokens.css', 'utf8');
const GROUNDS = ['paper', 'surface', 'surface-2'];
const TONES = ['accent', 'good', 'warn', 'bad'];

const hexOf = (name: string, theme: 'light' | 'dark'): string => {
  const [, light, dark] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(TOKENS) ?? [];
  if (!light || !dark) throw new Error(`There is no colour --${name}.`);
  return theme === 'light' ? light : dark;
};

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  /** Pairs that are closer to each other than they may be. */
  const tooClose = (names: readonly string[], grounds: readonly string[], least: number) =>
    names.flatMap((name) =>
      grounds
        .map((ground) => ({ name, ground, is: contrast(hexOf(name, theme), hexOf(ground, theme)) }))
        .filter(({ is }) => is < least)
        .map(({ ground, is }) => `${name} on ${ground}: ${is.toFixed(2)}`),
    );

  it('measures black on white as 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });

  it('the edges of fields, icons, focus rings and marks of charts stand out 3:1', () => {
    expect(tooClose(['field-edge', 'ink-3', 'accent'], GROUNDS, 3)).toEqual([]);
    const marks = [...TOKENS.matchAll(/--((?:c|step)-\w+):/g)].map(([, name]) => name ?? '');
    expect(marks.length).toBeGreaterThan(8);
    expect(tooClose(marks, ['surface'], 3)).toEqual([]);
  });

  it('words stand out 4.5:1, also on the ground of their tone', () => {
    expect(tooClose(['ink', 'ink-2', ...TONES], GROUNDS, 4.5)).toEqual([]);
    for (const tone of TONES) expect(tooClose([tone, 'ink'], [`${tone}-soft`], 4.5)).toEqual([]);
  });
});
