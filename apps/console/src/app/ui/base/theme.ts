import { DOCUMENT, Service, computed, effect, inject, signal } from '@angular/core';
import { remember, remembered } from './memory';

export type ThemeChoice = 'light' | 'dark' | 'system';
const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Light, dark or as the system says; kept across visits. `public/theme.js` applies it before the first paint. */
@Service()
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly systemDark = systemPrefersDark(inject(DOCUMENT).defaultView);

  readonly choice = signal<ThemeChoice>(CHOICES.find((each) => each === remembered('theme')) ?? 'system');
  /** What is on the screen: charts read their colours again when it changes. */
  readonly shown = computed(() => {
    const choice = this.choice();
    return choice === 'system' ? (this.systemDark() ? 'dark' : 'light') : choice;
  });

  constructor() {
    effect(() => {
      const choice = this.choice();
      if (choice === 'system') delete this.root.dataset.theme;
      else this.root.dataset.theme = choice;
      remember('theme', choice);
    });
  }
}

function systemPrefersDark(view: Window | null) {
  const query = view?.matchMedia('(prefers-color-scheme: dark)');
  const isDark = signal(query?.matches ?? false);
  query?.addEventListener('change', (event) => isDark.set(event.matches));
  return isDark.asReadonly();
}
