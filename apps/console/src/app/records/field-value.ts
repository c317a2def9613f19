import { Component, computed, inject, input } from '@angular/core';
import type { DealFieldChange, PersonRole } from '@app/contracts';
import { PersonName } from '../ui/links/person-name';
import { FieldWords } from './field-words';

const PEOPLE: readonly PersonRole[] = ['owner', 'bdr'];

/** A value of a field before or after a change; a name leads to the page of its person. */
@Component({
  selector: 'app-field-value',
  imports: [PersonName],
  template: `@if (role(); as role) {
      <app-person-name [of]="words()" [as]="role" />
    } @else {
      {{ words() }}
    }`,
})
export class FieldValue {
  private readonly fields = inject(FieldWords);

  readonly field = input.required<string>();
  readonly value = input.required<DealFieldChange['before']>();

  protected readonly words = computed(() => this.fields.written(this.field(), this.value()));
  /** Null for what is no name. */
  protected readonly role = computed(() =>
    this.value() ? (PEOPLE.find((role) => role === this.field()) ?? null) : null,
  );
}
