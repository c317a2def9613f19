import { TestBed } from '@angular/core/testing';
import type { MetricValue } from '@app/contracts';
import { number } from '../../testing/answers';
import { textOf } from '../../testing/at';
import { openedLinks } from '../../testing/links';
import { type DrawerLink, metricLink } from '../links/link';
import { NumberCard } from './number-card';

let opened: DrawerLink[];
beforeEach(() => {
  opened = openedLinks();
});

async function card(value: MetricValue, notes: string[] = []) {
  const fixture = TestBed.createComponent(NumberCard);
  fixture.componentRef.setInput('link', metricLink('pipe.created'));
  fixture.componentRef.setInput('label', 'New pipe created');
  fixture.componentRef.setInput('number', value);
  fixture.componentRef.setInput('unit', 'money');
  fixture.componentRef.setInput('notes', notes);
  await fixture.whenStable();
  return { fixture, element: fixture.nativeElement as HTMLElement };
}

describe('a number card', () => {
  it('shows value, target, progress and where the number should be today', async () => {
    const { element } = await card(
      number(9_840_000, { target: 12_000_000, progress: 0.82, pace: 0.79, status: 'on_track' }),
    );
    expect(textOf(element)).toContain('$9.84M');
    expect(textOf(element)).toContain('of $12M · 82%');
    expect(textOf(element)).toContain('pace 79%');
    expect(textOf(element)).toContain('On track');
    expect(element.querySelector<HTMLElement>('.fill')?.style.width).toBe('82%');
    expect(element.querySelector<HTMLElement>('.mark')?.style.left).toBe('79%');
  });

  it('has no meter and no percentage without a target', async () => {
    const { element } = await card(number(9_840_000));
    expect(element.querySelector('app-meter')).toBeNull();
    expect(textOf(element)).not.toContain('%');
  });

  it('shows a target of 0 without percentage', async () => {
    const { element } = await card(number(500, { target: 0 }));
    expect(textOf(element)).toContain('of $0');
    expect(element.querySelector('app-meter')).toBeNull();
  });

  it('shows an absent value as a dash, never as zero', async () => {
    const { element } = await card(number(null));
    expect(textOf(element.querySelector('.value'))).toBe('–');
  });

  it('caps the meter at full', async () => {
    const { element } = await card(number(20, { target: 10, progress: 2, pace: 0.5, status: 'on_track' }));
    expect(element.querySelector<HTMLElement>('.fill')?.style.width).toBe('100%');
  });

  it('shows each note on a line of its own', async () => {
    const { element } = await card(number(1), ['14 deals weigh nothing', 'and another']);
    expect([...element.querySelectorAll('.context')].map(textOf)).toEqual([
      '14 deals weigh nothing',
      'and another',
    ]);
  });

  it('opens at a click', async () => {
    const { element } = await card(number(1));
    element.querySelector('button')?.click();
    expect(opened).toEqual([metricLink('pipe.created')]);
  });
});
