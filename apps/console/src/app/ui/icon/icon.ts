import { DOCUMENT, Directive, ElementRef, effect, inject, input } from '@angular/core';
import type { IconNode } from 'lucide';
import { ICONS, type IconName } from './icons';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An icon, in the colour of the text around it. Lucide's own components for Angular bring a template each, of every shape
 * that an icon may have: ours draws their data.
 *
 * @example
 *   <svg appIcon="chevron-down" aria-hidden="true"></svg>
 */
@Directive({
  selector: 'svg[appIcon]',
  host: {
    width: '24',
    height: '24',
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    '[attr.stroke-width]': 'strokeWidth()',
  },
})
export class Icon {
  readonly appIcon = input.required<IconName>();
  readonly strokeWidth = input(2);

  constructor() {
    const document = inject(DOCUMENT);
    const { nativeElement } = inject<ElementRef<SVGElement>>(ElementRef);
    effect(() => nativeElement.replaceChildren(...shapesOf(document, ICONS[this.appIcon()])));
  }
}

const shapesOf = (document: Document, icon: IconNode): Element[] =>
  icon.map(([tag, attributes]) => {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    return shape;
  });
