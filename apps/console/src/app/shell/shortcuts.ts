import { Service, inject } from '@angular/core';
import { SearchWords } from '../search/search-words';
import { Dialogs } from '../ui/dialog/dialogs';
import { Pages } from '../session/pages';
import { Toasts } from '../ui/toast/toasts';
import { commandOf } from './shortcut-keys';
import { SHELL } from './texts';

/** How long `g` waits for its letter. */
const PATIENCE = 1500;

/** What single keys do, wherever the reader is. */
@Service()
export class Shortcuts {
  private readonly dialogs = inject(Dialogs);
  private readonly pages = inject(Pages);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(SearchWords);
  private waitsUntil = 0;

  /** Answers a key press; `views` opens the view switcher of the header. */
  press(event: KeyboardEvent, views: () => void): void {
    if (this.dialogs.hasOne()) return;
    const command = commandOf(event, event.timeStamp < this.waitsUntil);
    this.waitsUntil = command?.do === 'wait' ? event.timeStamp + PATIENCE : 0;
    if (command === null) return;
    event.preventDefault(); // the key must not end up in the field that opens
    if (command.do === 'go') this.go(command.key);
    else if (command.do === 'search') this.search();
    else if (command.do === 'help') this.help();
    else if (command.do === 'views') views();
    else if (command.do === 'undo') this.toasts.undoLast();
  }

  search(): void {
    if (this.dialogs.hasOne()) return;
    this.words.begin(SHELL.search, () => this.dialogs.close());
    void this.dialogs.open(loadPalette, SHELL.search, { opener: this.words.opener() }).then((isOpen) => {
      if (!isOpen && !this.dialogs.hasOne()) this.words.end();
    });
  }

  /** People type right after pressing `/`: the code of the search must be loaded by then. */
  prepareSearch(): void {
    void loadPalette().catch(() => undefined);
  }

  help(): void {
    void this.dialogs.open(
      async () => (await import('./shortcut-help')).ShortcutHelp,
      SHELL.shortcuts.heading,
    );
  }

  sessions(): void {
    void this.dialogs.open(
      async () => (await import('./sessions-dialog')).SessionsDialog,
      SHELL.sessions.heading,
    );
  }

  private go(key: string): void {
    const page = this.pages.all().find((each) => each.key === key);
    if (page) this.pages.open(page.path);
  }
}

const loadPalette = async () => (await import('../search/palette')).Palette;
