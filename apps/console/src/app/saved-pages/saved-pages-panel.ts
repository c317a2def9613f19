import { CdkTrapFocus } from '@angular/cdk/a11y';
import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  output,
  signal,
} from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { LONGEST_SAVED_NAME, type SavedPage } from '@app/contracts';
import { Address } from '../session/address';
import { SavedPages } from '../session/saved-pages';
import { Session } from '../session/session';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { TEXTS } from '../ui/base/texts';
import { PageNow } from './page-now';
import { SavedPageChanges } from './saved-page-changes';
import { SAVED } from './texts';

/** What the panel shows: all of them, what can be done with one, or the fields of one. */
type Step = { readonly is: 'list' | 'save' } | { readonly is: 'menu' | 'rename'; readonly page: SavedPage };

/** The saved pages of the view that is open: to open, to save another one, and to change those that one may. */
@Component({
  selector: 'app-saved-pages-panel',
  imports: [Icon],
  providers: [PageNow, SavedPageChanges],
  hostDirectives: [CdkTrapFocus],
  host: { class: 'menu', role: 'dialog', '[attr.aria-label]': 'texts.label', '(keydown)': 'walk($event)' },
  templateUrl: './saved-pages-panel.html',
  styleUrl: './saved-pages-panel.css',
})
export class SavedPagesPanel {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly address = inject(Address);
  private readonly saved = inject(SavedPages);
  private readonly changes = inject(SavedPageChanges);
  protected readonly now = inject(PageNow);
  protected readonly texts = SAVED;
  protected readonly longest = LONGEST_SAVED_NAME;
  /** Many share the demo user, who keeps nothing. */
  protected readonly canKeep = inject(Session).can('keep_saved_pages');
  readonly closed = output();

  protected readonly step = signal<Step>({ is: 'list' });
  protected readonly problem = signal<ShownProblem | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly typed = signal('');
  protected readonly isMoving = signal(true);
  protected readonly isShared = signal(false);
  protected readonly isStart = signal(false);

  protected readonly viewName = computed(() => this.address.view()?.name ?? '');
  private readonly here = computed(() => {
    const pages = this.saved.all() ?? [];
    return pages.filter(({ view_id }) => view_id === this.address.viewId());
  });
  protected readonly groups = computed(() =>
    [
      { label: SAVED.mine, pages: this.here().filter(({ is_mine }) => is_mine) },
      { label: SAVED.shared(this.viewName()), pages: this.here().filter(({ is_mine }) => !is_mine) },
    ]
      .filter(({ pages }) => pages.length > 0)
      .map(({ label, pages }) => ({ label, entries: pages.map((page) => this.entryOf(page)) })),
  );
  protected readonly emptyWords = computed(() => {
    if (this.saved.all() === null) return this.problem() ? '' : TEXTS.loading;
    return this.canKeep ? SAVED.none : SAVED.noneToRead;
  });

  /** The page that the step is about, as it is now. */
  protected readonly chosen = computed(() => {
    const step = this.step();
    return 'page' in step ? (this.here().find(({ id }) => id === step.page.id) ?? step.page) : null;
  });
  protected readonly choices = computed(() => {
    const page = this.chosen();
    return page ? this.choicesOf(page) : [];
  });

  constructor() {
    this.go({ is: 'list' });
    void this.load();
  }

  protected go(step: Step): void {
    this.step.set(step);
    this.problem.set(null);
    if (step.is === 'rename') this.typed.set(step.page.name);
    if (step.is === 'save') this.suggest();
    this.focusFirst();
  }

  protected open(page: SavedPage): void {
    this.closed.emit();
    this.saved.open(page);
  }

  /** Saves the fields: of a new page, or the name of one. */
  protected async keep(): Promise<void> {
    const [page, name] = [this.chosen(), this.typed().trim()];
    const [viewId, shown] = [this.address.viewId(), this.now.name()];
    if (page) return this.then(() => this.changes.rename(page, name));
    if (viewId === null || shown === null) return;
    const parameters = this.now.parameters(this.isMoving());
    const content = { name, page: shown, parameters, is_shared: this.isShared() };
    return this.then(() => this.changes.make(viewId, content, this.isStart()));
  }

  /** Arrow keys go up and down. */
  protected walk(event: KeyboardEvent): void {
    const steps = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (steps === 0 || this.step().is === 'save' || this.step().is === 'rename') return;
    event.preventDefault();
    const stops = [...this.element.querySelectorAll<HTMLElement>('.menu-item')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.min(Math.max(at + steps, 0), stops.length - 1)]?.focus();
  }

  private entryOf(page: SavedPage) {
    const by = page.is_mine ? [] : [SAVED.by(page.made_by)];
    const words = [...this.now.wordsOf(page.page, page.parameters), ...by].join(' · ');
    return { page, words, isShown: this.now.isShown(page) };
  }

  private choicesOf(page: SavedPage): { label: string; run: () => void }[] {
    const view = this.viewName();
    const start = page.is_start ? SAVED.noStart : SAVED.start;
    const toStart = { label: start, run: () => void this.then(() => this.changes.toggleStart(page)) };
    if (!page.can_change) return [toStart];
    const unshare = page.is_mine ? SAVED.unshare : SAVED.unshareOther(page.made_by);
    const shown = this.now.name();
    return [
      toStart,
      { label: SAVED.rename, run: () => this.go({ is: 'rename', page }) },
      ...(shown && !this.now.isShown(page)
        ? [{ label: SAVED.update, run: () => void this.then(() => this.update(page)) }]
        : []),
      {
        label: page.is_shared ? unshare : SAVED.shareIt(view),
        run: () => void this.then(() => this.changes.toggleShared(page, view)),
      },
      { label: SAVED.remove, run: () => void this.then(() => this.changes.remove(page)) },
    ];
  }

  private async update(page: SavedPage): Promise<void> {
    const shown = this.now.name();
    // One that always opened the same days goes on to, also where these are this month's.
    const isFixed = page.parameters.period?.includes(':') ?? false;
    if (shown) await this.changes.update(page, { page: shown, parameters: this.now.parameters(!isFixed) });
  }

  private suggest(): void {
    const shown = this.now.name();
    const words = shown ? this.now.wordsOf(shown, this.now.parameters(true)) : [];
    this.typed.set(words.join(', ').slice(0, LONGEST_SAVED_NAME));
    this.isMoving.set(true);
    this.isShared.set(false);
    this.isStart.set(false);
  }

  /** Whatever was loaded before is shown meanwhile, and can be used: the focus stays where it is by then. */
  private async load(): Promise<void> {
    const isFirst = this.saved.all() === null;
    await this.saved.load().catch((error: unknown) => this.problem.set(problemOf(error)));
    if (isFirst && this.step().is === 'list') this.focusFirst();
  }

  /** Does something, after which all are shown again. */
  private async then(work: () => Promise<unknown>): Promise<void> {
    if (await this.doing(work)) this.go({ is: 'list' });
  }

  /** @returns whether it was done */
  private async doing(work: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy()) return false;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      this.problem.set(problemOf(error));
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }

  private focusFirst(): void {
    const focus = () => {
      const first = ['input.field', '.menu-item', 'button']
        .map((wanted) => this.element.querySelector<HTMLElement>(wanted))
        .find((found) => found !== null);
      first?.focus();
      if (first instanceof HTMLInputElement) first.select();
    };
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
