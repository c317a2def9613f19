import {
  Component,
  DOCUMENT,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  onIdle,
  viewChild,
} from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Icon } from '../ui/icon/icon';
import { ExplainDrawer } from '../explain/explain-drawer';
import { SavedPagesMenu } from '../saved-pages/saved-pages';
import { Actions } from '../session/actions';
import { Address } from '../session/address';
import { Drawer } from '../session/drawer';
import { homeOf } from '../session/home';
import { OnePerson } from '../session/one-person';
import { Views } from '../session/views';
import { ToastList } from '../ui/toast/toast-list';
import { EmptyState } from '../ui/empty-state';
import { ProductMark } from '../ui/product-mark';
import { BottomBar } from './bottom-bar';
import { ComparisonPicker } from './comparison-picker';
import { FilterBar } from './filter-bar';
import { Freshness } from './freshness';
import { MissedPage } from './missed-page';
import { Notices } from './notices';
import { Pages } from '../session/pages';
import { PaperHead } from './paper-head';
import { PeriodPicker } from './period-picker';
import { WaitingImports } from '../session/waiting-imports';
import { Formats } from '../ui/base/formats';
import { Narrow } from '../ui/base/narrow';
import { TEXTS } from '../ui/base/texts';
import { ShellActions } from './shell-actions';
import { PagePlace } from './page-place';
import { Shortcuts } from './shortcuts';
import { TabTitle } from './tab-title';
import { SheetChip } from './sheet-chip';
import { SHELL } from './texts';
import { ThemeSwitch } from './theme-switch';
import { UserMenu } from './user-menu';
import { ViewSwitcher } from './view-switcher';
import { MissingPart } from '../ui/missing-part';

/** The frame of every page: header with pages and period, notices, the page, and the drawer. */
@Component({
  selector: 'app-shell',
  imports: [
    BottomBar,
    ComparisonPicker,
    EmptyState,
    ExplainDrawer,
    FilterBar,
    Freshness,
    Icon,
    MissingPart,
    Notices,
    PaperHead,
    PeriodPicker,
    ProductMark,
    RouterLink,
    RouterOutlet,
    SavedPagesMenu,
    SheetChip,
    ThemeSwitch,
    ToastList,
    UserMenu,
    ViewSwitcher,
  ],
  providers: [MissedPage, OnePerson, PagePlace, TabTitle],
  host: { '(document:keydown)': 'press($event)' },
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly views = inject(Views);
  protected readonly address = inject(Address);
  protected readonly drawer = inject(Drawer);
  private readonly imports = inject(WaitingImports);
  private readonly formats = inject(Formats);
  protected readonly texts = SHELL;
  protected readonly pages = inject(Pages);
  protected readonly shortcuts = inject(Shortcuts);
  private readonly tabs = viewChild<ElementRef<HTMLElement>>('tabs');
  private readonly switcher = viewChild.required(ViewSwitcher);
  protected readonly isNarrow = inject(Narrow).is;
  /** The view that the header leads to: on a page beside the views the one that was open before. */
  protected readonly view = computed(() => this.address.view() ?? homeOf(this.views.all()));
  protected readonly isMissing = computed(
    () => this.address.viewId() !== null && this.address.view() === null,
  );

  /** What stands beside the data page in the header: how many imports wait for a decision; null for none. */
  protected readonly waiting = computed(() => {
    const view = this.view();
    const imports = view ? this.imports.countOf(view) : 0;
    const count = this.formats.count(imports);
    return imports > 0 ? { count, label: TEXTS.waiting(count, imports === 1) } : null;
  });

  /** Under the drawer nothing can be reached, by keyboard or otherwise. */
  protected readonly isCovered = computed(() => this.address.view() !== null && this.drawer.isOpen());

  private opener: HTMLElement | null = null;

  constructor() {
    inject(MissedPage);
    inject(PagePlace);
    inject(OnePerson);
    inject(TabTitle);
    inject(Actions).offer(inject(ShellActions).all);
    void inject(ShellActions).offerSampleAgain();
    void onIdle().then(() => this.shortcuts.prepareSearch());
    // Where the tabs scroll: the one that is open must be in sight.
    effect(() => {
      this.address.page();
      this.waiting(); // its count makes the last tab wider
      // In a frame: asked for before it, the sizes cost a layout of their own.
      afterNextRender(
        { read: () => requestAnimationFrame(() => this.showTab()) },
        { injector: this.injector },
      );
    });
    effect(() => {
      if (this.address.view()) this.address.pin();
    });
    effect(() => {
      if (this.isCovered()) this.opener = this.document.activeElement as HTMLElement | null;
      else this.returnFocus();
    });
  }

  private showTab(): void {
    const open = this.tabs()?.nativeElement.querySelector<HTMLElement>('[aria-current]');
    if (open) this.scrollTo(open);
  }

  /** Tabs pass below the one of what waits, where a browser takes them for visible. A press moves nothing below itself. */
  protected showFocused({ target }: FocusEvent): void {
    if (target instanceof HTMLElement && target.matches(':focus-visible:not(.waits)')) this.scrollTo(target);
  }

  private scrollTo(tab: HTMLElement): void {
    const tabs = this.tabs()?.nativeElement;
    if (tabs) tabs.scrollLeft = tab.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
  }

  protected press(event: KeyboardEvent): void {
    // Under the drawer the header cannot be reached.
    this.shortcuts.press(event, () => this.isCovered() || this.switcher().open());
  }

  /** What opened the drawer lies under `inert` until the page is drawn again, and takes no focus before. */
  private returnFocus(): void {
    const opener = this.opener;
    this.opener = null;
    if (opener) afterNextRender({ write: () => opener.focus() }, { injector: this.injector });
  }
}
