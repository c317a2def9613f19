import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  model,
  viewChild,
  viewChildren,
} from '@angular/core';

/** A tab: what it shows, and how many there are of it. */
export interface Tab {
  id: string;
  label: string;
  /** Formatted; empty where nothing is counted. */
  count: string;
}

let made = 0;

/** Lists behind each other, of which one is shown: its content is projected. Arrows, Home and End move between tabs. */
@Component({
  selector: 'app-tabs',
  template: `
    <div #strip class="scroll-x">
      <div class="tabs" role="tablist" [attr.aria-label]="label()">
        @for (tab of tabs(); track tab.id) {
          <button
            #button
            type="button"
            role="tab"
            class="inset-focus"
            [id]="idOf(tab.id)"
            [attr.aria-selected]="tab.id === chosen()"
            [attr.aria-controls]="panel"
            [attr.tabindex]="tab.id === chosen() ? 0 : -1"
            (click)="choose(tab.id)"
            (keydown)="press($event)"
          >
            {{ tab.label }}
            @if (tab.count) {
              <span class="num">{{ tab.count }}</span>
            }
          </button>
        }
      </div>
    </div>
    <div role="tabpanel" [id]="panel" [attr.aria-labelledby]="idOf(chosen())">
      <ng-content />
    </div>
  `,
  styleUrl: './tabs.css',
})
export class Tabs {
  private readonly name = `tabs-${++made}`;
  protected readonly panel = `${this.name}-panel`;
  private readonly strip = viewChild.required<ElementRef<HTMLElement>>('strip');
  private readonly buttons = viewChildren<ElementRef<HTMLButtonElement>>('button');

  readonly tabs = input.required<readonly Tab[]>();
  /** Names the group of tabs. */
  readonly label = input.required<string>();
  /** Id of the tab that is shown; one that is not there stands for the first. */
  readonly selected = model.required<string>();

  protected readonly chosen = computed(() => {
    const tabs = this.tabs();
    return (tabs.find(({ id }) => id === this.selected()) ?? tabs[0])?.id ?? '';
  });

  constructor() {
    const injector = inject(Injector);
    // On a phone the tabs scroll: the one that is shown must be in sight.
    effect(() => {
      this.chosen();
      afterNextRender({ write: () => this.showChosen() }, { injector });
    });
  }

  protected idOf(tab: string): string {
    return `${this.name}-${tab}`;
  }

  protected choose(id: string): void {
    this.selected.set(id);
  }

  private showChosen(): void {
    const strip = this.strip().nativeElement;
    const tab = strip.querySelector<HTMLElement>('[aria-selected="true"]');
    if (tab) strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
  }

  protected press(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const tabs = this.tabs();
    const at = tabs.findIndex(({ id }) => id === this.chosen());
    const next = step(at, tabs.length);
    this.choose(tabs[next]?.id ?? '');
    this.buttons()[next]?.nativeElement.focus();
  }
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};
