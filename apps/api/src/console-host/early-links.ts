import { isScreenName } from '@app/domain/screens';

/** Files of the console that its page does not name, by what needs them; `scripts/lib/console-parts.mjs` writes them down. */
export interface EarlyFiles {
  /** The frame of every page. */
  readonly shell: readonly string[];
  /** By the name of its page: `dashboard`, `data`; those of most screens are one, `screen`. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
}

/**
 * Tags that name what the page at an address is made of, so that a browser asks for all of it at once: without them each
 * file is known only when the one before it is there. They stand last, as nothing is shown before the first files.
 *
 * @param path of the address, such as `/v/organic/dashboard`
 */
export function earlyTags(path: string, { shell, pages }: EarlyFiles): string {
  const files = new Set([...shell, ...filesOf(path, pages)]);
  return [...files].map((file) => `<link rel="modulepreload" href="${file}">`).join('');
}

function filesOf(path: string, pages: EarlyFiles['pages']): readonly string[] {
  // The bare address leads to the first screen.
  const name = path.split('/').findLast(Boolean) ?? 'dashboard';
  return (Object.hasOwn(pages, name) ? pages[name] : isScreenName(name) ? pages.screen : undefined) ?? [];
}
