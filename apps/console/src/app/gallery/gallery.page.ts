import { CdkMenu, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, signal } from '@angular/core';
import { day } from '@app/domain/period';
import { ColumnMenu } from '../ui/column-menu';
import { CopyMenu } from '../ui/copy/copy-menu';
import { Dialogs } from '../ui/dialog/dialogs';
import { DateField } from '../ui/date-field/date-field';
import { EmptyState } from '../ui/empty-state';
import { ExportMenu } from '../ui/export/export-menu';
import { LinkOpener } from '../ui/links/link-opener';
import { metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { MenuChoice } from '../ui/menu-choice';
import { Meter } from '../ui/meter';
import { MetricTable } from '../ui/metric-table/metric-table';
import { CardHead } from '../ui/card-head';
import { ChangeLabel } from '../ui/numbers/change-label';
import { NumberBand } from '../ui/numbers/number-band';
import { NumberCard } from '../ui/numbers/number-card';
import { Sparkline } from '../ui/numbers/sparkline';
import { sparkOf } from '../ui/numbers/sparkline.data';
import { StatusLabel } from '../ui/numbers/status-label';
import { PageContext } from '../ui/page-context';
import { PaperSheet } from '../ui/paper/paper-sheet';
import { PlainTable, type PlainColumn } from '../ui/plain-table';
import { ProblemNotice } from '../ui/problem-notice';
import { ProductMark } from '../ui/product-mark';
import { SheetFields } from '../ui/sheet-fields';
import { Tabs } from '../ui/tabs';
import { ToastList } from '../ui/toast/toast-list';
import { Toasts } from '../ui/toast/toasts';
import { WeightTable } from '../ui/weight-table';
import { MonthChart } from '../ui/charts/month-chart';
import { ShareBars } from '../ui/charts/share-bars';
import { Theme } from '../ui/base/theme';
import { GalleryContext, GalleryLinks } from './gallery-context';
import {
  AGAINST_TARGET,
  ANSWER,
  CHANGES,
  EMPTY_MONTHS,
  MANY_OWNERS,
  MONTHLY,
  NO_OWNERS,
  OWNERS,
  PAPER,
  SIDE_BY_SIDE,
  SOURCES,
  STACKED,
  value,
  WEIGHTS,
} from './gallery.data';
import { GALLERY } from './texts';

/** Every widget of `ui` in its states, for whoever changes one: in development only. */
@Component({
  selector: 'app-gallery',
  imports: [
    CardHead,
    CdkMenu,
    CdkMenuTrigger,
    ChangeLabel,
    ColumnMenu,
    CopyMenu,
    DateField,
    DrawerLinkButton,
    EmptyState,
    ExportMenu,
    MenuChoice,
    Meter,
    MetricTable,
    MonthChart,
    NumberBand,
    NumberCard,
    PaperSheet,
    PlainTable,
    ProblemNotice,
    ProductMark,
    ShareBars,
    SheetFields,
    Sparkline,
    StatusLabel,
    Tabs,
    ToastList,
    WeightTable,
  ],
  providers: [
    GalleryLinks,
    { provide: LinkOpener, useExisting: GalleryLinks },
    { provide: PageContext, useClass: GalleryContext },
  ],
  templateUrl: './gallery.page.html',
  styleUrl: './gallery.page.css',
})
export class GalleryPage {
  protected readonly today = day('2026-11-28');
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly theme = inject(Theme);
  protected readonly links = inject(GalleryLinks);
  protected readonly page = inject(PageContext);
  protected readonly tabs = GALLERY.tabs.map((label, at) => ({
    id: label,
    label,
    count: at === 0 ? '1,425' : '',
  }));
  protected readonly tab = signal('');
  protected readonly texts = GALLERY;
  protected readonly value = value;
  protected readonly against = AGAINST_TARGET;
  protected readonly changes = CHANGES;
  protected readonly monthly = MONTHLY;
  protected readonly emptyMonths = EMPTY_MONTHS;
  protected readonly stacked = STACKED;
  protected readonly sideBySide = SIDE_BY_SIDE;
  protected readonly owners = OWNERS;
  protected readonly manyOwners = MANY_OWNERS;
  protected readonly noOwners = NO_OWNERS;
  protected readonly sources = SOURCES;
  protected readonly weights = WEIGHTS;
  protected readonly paper = PAPER;
  protected readonly plainColumns: readonly PlainColumn[] = [
    { label: GALLERY.columns.share },
    { label: GALLERY.columns.poa, kind: 'wide' },
    { label: GALLERY.columns.meetings, kind: 'r' },
    { label: GALLERY.buttons.chip, isUnseen: true },
  ];

  protected readonly themes = ['system', 'light', 'dark'] as const;
  protected readonly statuses = ['on_track', 'at_risk', 'behind'] as const;
  protected readonly trend = sparkOf(MONTHLY, 'deals.arr', ANSWER);
  protected readonly link = metricLink('poa.generated');
  protected readonly lines = [{ text: GALLERY.line, tone: 'bad', metric: 'half.gap' }] as const;
  protected readonly meters = [
    { progress: 0.81, pace: 0.79, tone: 'good' },
    { progress: 0.65, pace: 0.79, tone: 'warn' },
    { progress: 0.3, pace: 0.79, tone: 'bad' },
    { progress: 1.4, pace: null, tone: 'plain' },
    { progress: 0, pace: 1, tone: 'plain' },
  ] as const;
  protected readonly numbers = [
    { metric: 'meetings.inbound', label: GALLERY.columns.inbound },
    { metric: 'meetings.outbound', label: GALLERY.columns.outbound },
    { metric: 'poa.generated', label: GALLERY.columns.poa },
    { metric: 'deals.arr', label: GALLERY.columns.arr, unit: 'money' },
    { metric: 'conversion.poa_to_close', label: GALLERY.columns.rate, unit: 'ratio' },
  ] as const;
  protected readonly copied = () => ({
    title: GALLERY.title,
    subtitle: GALLERY.subtitle,
    columns: [{ label: GALLERY.columns.meetings, unit: 'count' as const }],
    rows: [['88']],
  });
  protected readonly chosen = signal<readonly string[]>([GALLERY.columns.poa]);
  protected readonly offered = Object.values(GALLERY.columns).map((label) => ({ id: label, label }));
  protected readonly file = { url: '/api/views/gallery/export', params: { table: 'months' } };
  protected readonly problem = { ...GALLERY.problem, requestId: GALLERY.requestId, status: 503 };
  protected readonly offline = { ...GALLERY.offline, requestId: null, status: 0 };

  /** Null is all of them. */
  protected choose(columns: readonly string[] | null): void {
    this.chosen.set(columns ?? this.offered.map(({ id }) => id));
  }

  protected openDialog(): void {
    void this.dialogs.open(
      async () => (await import('./gallery-dialog')).GalleryDialog,
      GALLERY.dialogHeading,
    );
  }

  /** Says it for a while, and can take it back, which says nothing more here. */
  protected change(): void {
    this.toasts.changed(GALLERY.change.said, () => Promise.resolve());
  }
}
