import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { ScreenAnswer, TodayItem, TodayPage } from '@app/contracts';
import { DataChanges } from '../session/data-changes';
import { Owners } from '../session/owners';
import { Address } from '../session/address';
import { QuestionScope } from '../session/question-scope';
import { dealLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { PersonName } from '../ui/links/person-name';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { remember, remembered } from '../ui/base/memory';
import { PAPER_LISTS } from '../ui/paper/texts';
import { ProblemNotice } from '../ui/problem-notice';
import { todayLine } from './today-lines';
import { DASHBOARD } from './texts';
import { todayUrl } from './api';
import { CardHead } from '../ui/card-head';

/** The server's limit per request. */
const MAX_MEETINGS = 500;

/** To-do list: meetings of the next seven days, then deals that need attention. */
@Component({
  selector: 'app-today-card',
  imports: [CardHead, DrawerLinkButton, PersonName, ProblemNotice],
  templateUrl: './today-card.html',
  styleUrls: ['../ui/two-lines.css', './today-card.css'],
})
export class TodayCard {
  private readonly changes = inject(DataChanges);
  private readonly formats = inject(Formats);
  private readonly owners = inject(Owners);
  private readonly address = inject(Address);
  private readonly scope = inject(QuestionScope);
  protected readonly dealLink = dealLink;
  protected readonly texts = DASHBOARD.today;
  readonly screen = input.required<ScreenAnswer<'dashboard'>>();

  /** Without deals in this view there is nothing to choose. */
  protected readonly canChoose = computed(() => this.owners.mine() !== null);
  private readonly wantsMine = signal(remembered('today') === 'mine');
  protected readonly isMine = computed(() => this.canChoose() && this.wantsMine());
  /** The screen's answer has the first ones; the rest is loaded on demand. */
  protected readonly wantsAll = linkedSignal({ source: this.screen, computation: () => false });

  private readonly isMaster = computed(() => this.address.view()?.is_master ?? false);

  private readonly answer = httpResource<TodayPage>(() => {
    this.changes.version(); // newer data is asked for again
    const [view, mine] = [this.address.viewId(), this.owners.mine()];
    if (!view || !(this.isMine() || this.wantsAll())) return undefined;
    return {
      url: todayUrl(view),
      params: {
        ...this.scope.ofLists(),
        ...(this.isMine() && mine !== null ? { owner: mine } : {}),
        limit: this.wantsAll() ? MAX_MEETINGS : 12,
      },
    };
  });
  protected readonly page = latestOf(
    this.answer,
    () => `${this.address.viewId() ?? ''} ${String(this.isMine())}`,
  );
  private readonly shown = computed((): { items: readonly TodayItem[]; total: number } | undefined => {
    const { today, today_total } = this.screen();
    return this.isMine() ? this.page.data() : (this.page.data() ?? { items: today, total: today_total });
  });
  protected readonly lines = computed(() =>
    this.shown()?.items.map((item) =>
      todayLine(item, this.screen().as_of, this.isMaster() ? item.deal.view_name : '', this.formats),
    ),
  );
  protected readonly aside = computed(() => {
    const total = this.shown()?.total ?? 0;
    return total === 0 ? '' : DASHBOARD.today.aside(this.formats.count(total));
  });
  protected readonly left = computed(() => {
    const shown = this.shown();
    return shown && !this.wantsAll() && shown.total > shown.items.length ? shown.total : null;
  });

  /** Paper has as many as a screen. */
  protected readonly cut = computed(() => {
    const { items = [], total = 0 } = this.shown() ?? {};
    return items.length < total
      ? PAPER_LISTS.first(this.formats.count(items.length), this.formats.count(total))
      : '';
  });

  protected choose(mine: boolean): void {
    this.wantsMine.set(mine);
    this.wantsAll.set(false);
    remember('today', mine ? 'mine' : 'all');
  }

  protected counted(total: number): string {
    return this.formats.count(total);
  }
}
