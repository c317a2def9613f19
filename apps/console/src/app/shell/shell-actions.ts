import { DOCUMENT, Injector, Service, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Action } from '../session/actions';
import { Address } from '../session/address';
import { Pages } from '../session/pages';
import { Session } from '../session/session';
import { Views } from '../session/views';
import { Theme, type ThemeChoice } from '../ui/base/theme';
import { Dialogs } from '../ui/dialog/dialogs';
import { sampleUndoUntil } from './sample-undo-until';
import { Shortcuts } from './shortcuts';
import { SHELL } from './texts';

const THEMES: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** What the frame can do for whoever asks, by menu, banner or search. */
@Service()
export class ShellActions {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly address = inject(Address);
  private readonly views = inject(Views);
  private readonly pages = inject(Pages);
  private readonly theme = inject(Theme);
  private readonly dialogs = inject(Dialogs);
  private readonly shortcuts = inject(Shortcuts);

  /** Those that this person can do now. */
  readonly all = computed((): readonly Action[] => [
    ...this.uploads(),
    ...this.themes(),
    ...this.sampleRemovals(),
    ...this.ofSessions(),
    {
      id: 'print',
      label: SHELL.actions.print,
      alsoCalled: SHELL.actions.printWords,
      // The search that was asked lies over the page until its next frame.
      run: () => void setTimeout(() => this.window?.print()),
    },
    {
      id: 'shortcuts',
      label: SHELL.user.shortcuts,
      alsoCalled: SHELL.actions.shortcutsWords,
      run: () => this.shortcuts.help(),
    },
    {
      id: 'sign-out',
      label: SHELL.user.signOut,
      alsoCalled: SHELL.actions.signOutWords,
      run: () => void this.signOut(),
    },
  ]);

  async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }

  /** Asks first. */
  removeSample(): void {
    void this.dialogs.open(async () => (await import('./sample-dialog')).SampleDialog, SHELL.sample.asks);
  }

  /** What a reload came between: whoever removed the sample a moment ago can still bring it back. */
  async offerSampleAgain(): Promise<void> {
    const until = sampleUndoUntil();
    if (until === null || !this.session.can('manage_views')) return;
    const { SampleUndo } = await import('./sample-undo');
    this.injector.get(SampleUndo).offer(until);
  }

  private uploads(): Action[] {
    if (!this.address.view()?.can.includes('upload')) return [];
    const { upload: label, uploadWords: alsoCalled } = SHELL.actions;
    return [{ id: 'upload', label, alsoCalled, run: () => this.pages.open('data') }];
  }

  private themes(): Action[] {
    return THEMES.filter((choice) => choice !== this.theme.choice()).map((choice) => ({
      id: `theme-${choice}`,
      label: SHELL.actions.theme(SHELL.theme.choices[choice]),
      alsoCalled: SHELL.actions.themeWords[choice],
      run: () => this.theme.choice.set(choice),
    }));
  }

  private sampleRemovals(): Action[] {
    const hasSample = this.views.all().some(({ data }) => data.sample);
    if (!hasSample || !this.session.can('manage_views')) return [];
    const { removeSample: label, removeSampleWords: alsoCalled } = SHELL.actions;
    return [{ id: 'remove-sample', label, alsoCalled, run: () => this.removeSample() }];
  }

  private ofSessions(): Action[] {
    if (!this.session.can('own_sessions')) return [];
    const alsoCalled = SHELL.actions.sessionsWords;
    const run = () => this.shortcuts.sessions();
    return [{ id: 'sessions', label: SHELL.user.sessions, alsoCalled, run }];
  }
}
