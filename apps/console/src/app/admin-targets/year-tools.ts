import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { Spread } from '@app/domain/targets';
import { Formats } from '../ui/base/formats';
import { entered, pastedGrid } from './entered';
import { type Half, type Plan, copyPlan, factorOf, isYear, spreadPlan, textsOf } from './plan';
import { fieldLabel } from './row-labels';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';

type Tool = 'copy' | 'spread';

/** Two ways to fill many months at once; both preview the result before they change the form. */
@Component({
  selector: 'app-year-tools',
  imports: [Icon],
  templateUrl: './year-tools.html',
  styleUrl: './year-tools.css',
})
export class YearTools {
  private readonly form = inject(TargetsForm);
  protected readonly formats = inject(Formats);
  protected readonly texts = TARGETS.tools;
  protected readonly words = TARGETS;
  protected readonly tools = ['copy', 'spread'] as const;
  protected readonly halves = ['H1', 'H2'] as const;

  readonly year = input.required<string>();
  readonly years = input.required<readonly string[]>();
  /** The year that was filled. */
  readonly filled = output<string>();

  protected readonly open = signal<Tool | null>(null);
  protected readonly to = linkedSignal(() => String(Number(this.year()) + 1).padStart(4, '0'));
  protected readonly percent = signal('100');
  protected readonly half = signal<Half>('H2');
  protected readonly figure = signal('');
  protected readonly spread = signal<Spread>('evenly');

  protected readonly fault = computed(() => {
    if (this.open() === 'spread') return entered(this.figure()).fault;
    if (!isYear(this.to())) return TARGETS.revenue.wrongYear;
    return factorOf(this.percent()) === null ? TARGETS.tools.wrongPercent : null;
  });
  protected readonly plan = computed((): Plan | null => {
    const draft = this.form.draft();
    if (this.open() === 'copy') return copyPlan(draft, this.year(), this.to(), this.percent());
    const { value } = entered(this.figure());
    return value === null ? null : spreadPlan(draft, this.year(), this.half(), value, this.spread());
  });

  protected toggle(tool: Tool): void {
    this.open.update((open) => (open === tool ? null : tool));
  }

  protected apply(plan: Plan): void {
    this.form.fill(textsOf(plan));
    this.open.set(null);
    this.filled.emit(plan.year);
  }

  /** Several cells are no figure: side by side in the field they would be read as one number. */
  protected paste(event: ClipboardEvent): void {
    const cells = pastedGrid(event.clipboardData?.getData('text/plain') ?? '')?.flat();
    if (!cells) return;
    event.preventDefault();
    this.figure.set(cells.join(' / '));
  }

  protected monthName(id: string): string {
    return fieldLabel(this.formats, id);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value.trim();
  }
}
