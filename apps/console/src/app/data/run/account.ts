import { Component, computed, input } from '@angular/core';

/** Who it was: an address of e-mail, which breaks before its "@" where it does not fit, or another name. */
@Component({
  selector: 'app-account',
  template: `{{ parts().before }}<wbr />{{ parts().after }}`,
})
export class Account {
  readonly name = input.required<string>();

  protected readonly parts = computed(() => {
    const name = this.name();
    const at = name.indexOf('@');
    return at < 0 ? { before: name, after: '' } : { before: name.slice(0, at), after: name.slice(at) };
  });
}
