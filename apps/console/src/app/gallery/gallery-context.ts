import { Service, signal } from '@angular/core';
import type { DrawerLink } from '../ui/links/link';
import { markOf } from '../ui/links/link';
import { LinkOpener } from '../ui/links/link-opener';
import { PageContext } from '../ui/page-context';
import { ANSWER } from './gallery.data';
import { GALLERY } from './texts';

/** The page around the widgets of the gallery: a fixed answer, files that nobody downloads. */
@Service({ autoProvided: false })
export class GalleryContext implements PageContext {
  readonly answer = signal(ANSWER).asReadonly();
  readonly subtitle = signal(GALLERY.subtitle).asReadonly();
  readonly undated = signal(GALLERY.undated).asReadonly();
  readonly name = signal(GALLERY.title).asReadonly();
  readonly sort = signal('');
  private readonly parameters = signal<Readonly<Record<string, string | null>>>({});

  sortBy(sort: string): void {
    this.sort.set(sort);
  }

  parameter(name: string): string | null {
    return this.parameters()[name] ?? null;
  }

  replace(parameters: Readonly<Record<string, string | null>>): void {
    this.parameters.update((before) => ({ ...before, ...parameters }));
  }

  exportOf(table: string | null) {
    return table === null ? null : { url: '/api/views/gallery/export', params: { table } };
  }
}

/** Says what a link leads to instead of going there. */
@Service({ autoProvided: false })
export class GalleryLinks implements LinkOpener {
  readonly opened = signal<string | null>(null);

  open(link: DrawerLink): void {
    this.opened.set(markOf(link));
  }
}
