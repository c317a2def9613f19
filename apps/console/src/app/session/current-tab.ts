const KEY = 'pipeline.tab';

let known: string | null = null;

/**
 * Names this tab of the browser, the same after a reload. While the page is open the name is not in the storage: a tab
 * that is duplicated gets one of its own.
 */
export function currentTab(): string {
  known ??= taken() ?? crypto.getRandomValues(new Uint32Array(2)).join('-');
  return known;
}

function taken(): string | null {
  try {
    window.addEventListener('pagehide', () => sessionStorage.setItem(KEY, currentTab()));
    window.addEventListener('pageshow', () => sessionStorage.removeItem(KEY));
    const name = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return name;
  } catch {
    return null; // where storage is blocked, no draft is kept either
  }
}
