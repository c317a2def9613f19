import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const APP = 'apps/console/src/app';
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const textsOf = (pattern: string): string[] =>
  globSync(pattern, { cwd: ROOT })
    .filter((file) => !file.includes('.spec.'))
    .map(read);

describe('the gallery of widgets', () => {
  const widgets = textsOf(`${APP}/ui/**/*.{ts,html}`);
  const names = widgets.flatMap((text) =>
    [...text.matchAll(/selector: '(?:\w+\[)?([\w-]+)\]?'/g)].map(([, name]) => name ?? ''),
  );

  it('shows every widget of ui, by itself or within another one', () => {
    const gallery = textsOf(`${APP}/gallery/*.{ts,html}`);
    const isUsed = (name: string) =>
      [...gallery, ...widgets].some((text) => new RegExp(`<[^<>]*\\b${name}[\\s=>\\]]`).test(text));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !isUsed(name))).toEqual([]);
  });

  it('is not in what is shipped', () => {
    const bundle = textsOf('apps/console/dist/browser/*.js').join('\n');
    expect(bundle).toContain('app-number-band');
    expect(bundle).not.toContain('gallery');
  });
});
