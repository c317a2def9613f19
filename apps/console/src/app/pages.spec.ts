import { CONSOLE_PAGES } from './pages';
import { shellRoutes } from './shell/shell.routes';

describe('the pages of the console', () => {
  it('have each an address, a label and a shortcut of their own', () => {
    for (const field of ['path', 'label', 'key'] as const)
      expect(new Set(CONSOLE_PAGES.map((page) => page[field])).size).toBe(CONSOLE_PAGES.length);
  });

  it('have each a route with a title, and one more that says who may open it', () => {
    const [, , frame] = shellRoutes(CONSOLE_PAGES);
    const [views, ...global] = frame?.children ?? [];
    const named = global.filter(({ path }) => path !== '**');
    const titles = [...(views?.children ?? []), ...named].map(({ path, title }) => [path, title]);
    const reserved = CONSOLE_PAGES.filter(({ needs }) => needs !== undefined);
    expect(titles).toHaveLength(CONSOLE_PAGES.length + reserved.length);
    const some: unknown[] = ['data', 'targets', 'settings', 'users', 'tokens'];
    const shown = titles.filter(([path]) => some.includes(path));
    expect(shown).toEqual([
      ['data', 'Data · Pipeline'],
      ['targets', 'Targets · Pipeline'],
      ['targets', 'For super admins · Pipeline'],
      ['settings', 'Weights and settings · Pipeline'],
      ['settings', 'For super admins · Pipeline'],
      ['users', 'Users · Pipeline'],
      ['users', 'For super admins · Pipeline'],
      ['tokens', 'API tokens · Pipeline'],
      ['tokens', 'For super admins · Pipeline'],
    ]);
  });

  it('stand in one frame with what is said at any other address', () => {
    const [, , frame, ...outside] = shellRoutes(CONSOLE_PAGES);
    expect(outside).toEqual([]);
    expect(frame?.children?.at(-1)).toMatchObject({ path: '**', title: 'Not found · Pipeline' });
  });

  it.each(CONSOLE_PAGES.map((page) => [page.path, page] as const))('%s can be loaded', async (_, page) => {
    expect(await page.load()).toBeTypeOf('function');
  });
});
