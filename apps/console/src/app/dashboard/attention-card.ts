import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { DataFinding } from '@app/contracts';
import { targetName } from '../explain/target-names';
import { OnPaper } from '../ui/base/on-paper';
import { Pages } from '../session/pages';
import { type DrawerLink, findingLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { Formats } from '../ui/base/formats';
import { DASHBOARD } from './texts';
import { CardHead } from '../ui/card-head';

/** Findings shown at first; they are ordered by money. */
const FIRST = 5;

/** Findings in data and targets that affect money and need action. */
@Component({
  selector: 'app-attention-card',
  imports: [CardHead, DrawerLinkButton],
  templateUrl: './attention-card.html',
  styleUrl: './attention-card.css',
})
export class AttentionCard {
  private readonly pages = inject(Pages);
  protected readonly formats = inject(Formats);
  protected readonly texts = DASHBOARD.attention;
  readonly findings = input.required<readonly DataFinding[]>();

  protected readonly showsAll = linkedSignal({ source: this.findings, computation: () => false });
  private readonly isOnPaper = inject(OnPaper).now;
  protected readonly shown = computed(() =>
    this.showsAll() || this.isOnPaper() ? this.findings() : this.findings().slice(0, FIRST),
  );
  protected readonly hidden = computed(() => this.findings().length > this.shown().length);
  /** Targets are changed by super admins only. */
  private readonly canOpenTargets = computed(() => this.pages.canOpen('targets'));

  protected canOpen({ opens }: DataFinding): boolean {
    return opens === 'records' || this.canOpenTargets();
  }

  /** Opens the records of a finding, or the targets page for a finding about targets. */
  protected linkOf({ opens, code }: DataFinding): DrawerLink | null {
    return opens === 'records' ? findingLink(code) : null;
  }

  protected go({ opens }: DataFinding): void {
    if (opens !== 'records') this.pages.open('targets');
  }

  /** Examples for a finding; targets by their label in the form. */
  protected detailsOf({ details, unit }: DataFinding): string {
    const first = details.slice(0, 3);
    return (unit === 'targets' ? first.map(targetName) : first).join(' · ');
  }

  protected counted({ count, unit }: DataFinding): string {
    return DASHBOARD.attention.units[unit](this.formats.count(count), count === 1);
  }
}
