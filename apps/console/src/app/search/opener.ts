import { Injectable, inject } from '@angular/core';
import { Actions } from '../session/actions';
import { Address } from '../session/address';
import { Drawer } from '../session/drawer';
import { homeOf } from '../session/home';
import { LinkedPages } from '../session/linked-pages';
import { Pages } from '../session/pages';
import { SavedPages } from '../session/saved-pages';
import { Views, showsDealsOf } from '../session/views';
import { type DrawerLink, dealLink, metricLink } from '../ui/links/link';
import type { Target } from './entry';

/** Opens what was found. */
@Injectable()
export class Opener {
  private readonly actions = inject(Actions);
  private readonly address = inject(Address);
  private readonly drawer = inject(Drawer);
  private readonly named = inject(LinkedPages);
  private readonly pages = inject(Pages);
  private readonly saved = inject(SavedPages);
  private readonly views = inject(Views);

  /** Whether it is still there for this person. */
  canOpen(target: Target): boolean {
    switch (target.to) {
      case 'deal':
      case 'person':
      case 'view':
        return this.views.byId(target.view) !== null;
      case 'page':
        return this.pages.canOpen(target.path);
      case 'action':
        return this.actions.all().some(({ id }) => id === target.action);
      default:
        return true;
    }
  }

  open(target: Target): void {
    const home = this.address.view() ?? homeOf(this.views.all());
    switch (target.to) {
      case 'person':
        this.address.goToPerson(target.view, target);
        break;
      case 'deal':
        this.show(
          showsDealsOf(home, target.source) ? home.id : target.view,
          dealLink({ view_id: target.source, id: target.id }),
        );
        break;
      case 'number':
        if (home) this.show(home.id, metricLink(target.metric));
        break;
      case 'card':
        if (home) this.address.goToCard(home.id, target.page, target.card);
        break;
      case 'term':
        this.named.open(this.named.hrefOfTerm(target.term));
        break;
      case 'page':
        this.pages.open(target.path);
        break;
      case 'view':
        this.openView(target.view);
        break;
      case 'saved':
        this.openSaved(target.id);
        break;
      case 'action':
        this.actions
          .all()
          .find(({ id }) => id === target.action)
          ?.run();
        break;
    }
  }

  private openView(id: string): void {
    const view = this.views.byId(id);
    if (view) this.address.chooseView(view);
  }

  private openSaved(id: string): void {
    const page = this.saved.all()?.find((each) => each.id === id);
    if (page) this.saved.open(page);
  }

  /** Over the page that is open; in another view, or where none is open, over the Dashboard. */
  private show(viewId: string, link: DrawerLink): void {
    if (this.address.view()?.id === viewId) this.drawer.open(link);
    else this.address.goTo(viewId, 'dashboard', link);
  }
}
