import { Component, computed, inject } from '@angular/core';
import { Address } from '../session/address';
import { GROUPS } from './fields';
import { rowOfKey } from './rows';
import { type TableSection, TargetTable } from './target-table';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';

/** Every target that is not by month, group by group. */
@Component({
  selector: 'app-groups-card',
  imports: [TargetTable],
  template: `
    <app-target-table
      [caption]="texts.heading"
      [firstColumn]="texts.columns.target"
      [sections]="sections()"
    />
  `,
})
export class GroupsCard {
  private readonly form = inject(TargetsForm);
  private readonly address = inject(Address);
  protected readonly texts = TARGETS;

  protected readonly sections = computed((): TableSection[] => {
    const [state, draft, { period }] = [this.form.state(), this.form.draft(), this.address.period()];
    return GROUPS.map(({ id, keys }) => ({
      title: TARGETS.groups[id],
      rows: keys.map((key) => rowOfKey(key, state, draft, period)),
    }));
  });
}
