import { Service, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { NamedPages } from '../ui/links/named-pages';
import type { Person } from '../ui/links/person';
import { Address } from './address';

/** The pages that names and terms lead to. */
@Service()
export class LinkedPages implements NamedPages {
  private readonly address = inject(Address);
  private readonly router = inject(Router);

  hrefOfPerson(person: Person, viewId: string | null = null): string {
    return this.address.hrefOfPerson(person, viewId);
  }

  hrefOfTerm(term: string): string {
    return this.address.hrefOfTerm(term);
  }

  open(href: string): void {
    void this.router.navigateByUrl(href);
  }
}
