import { TestBed } from '@angular/core/testing';
import { button, textOf } from '../../testing/at';
import { ToastList } from './toast-list';
import { Toasts } from './toasts';

async function open() {
  vi.useFakeTimers();
  const fixture = TestBed.createComponent(ToastList);
  const element = fixture.nativeElement as HTMLElement;
  const toasts = TestBed.inject(Toasts);
  const pass = async (ms = 0) => {
    await vi.advanceTimersByTimeAsync(ms);
    fixture.detectChanges();
  };
  await pass();
  return { element, toasts, pass };
}

describe('the messages at the bottom of the page', () => {
  afterEach(() => vi.useRealTimers());

  it('go after a while, but not while somebody reads them', async () => {
    const { element, toasts, pass } = await open();
    toasts.changed('Saved 2 targets of Organic.', () => Promise.resolve());
    await pass(14_000);
    element.dispatchEvent(new Event('mouseenter'));
    await pass(60_000);
    expect(textOf(element)).toContain('Saved 2 targets of Organic.');
    element.dispatchEvent(new Event('mouseleave'));
    await pass(900);
    expect(textOf(element)).toContain('Saved 2 targets');
    await pass(200);
    expect(textOf(element)).toBe('');
  });

  it('take a change back once, by their button or by the key', async () => {
    const { element, toasts, pass } = await open();
    const undo = vi.fn(() => Promise.resolve());
    toasts.changed('Saved.', undo);
    await pass();
    button(element, /^Undo/).click();
    await pass();
    expect(textOf(element)).toBe('Undone.');
    toasts.undoLast();
    expect(undo).toHaveBeenCalledOnce();
    toasts.changed('Saved again.', undo);
    toasts.undoLast();
    expect(undo).toHaveBeenCalledTimes(2);
  });

  it('say that a change was not taken back, until somebody closes that', async () => {
    const { element, toasts, pass } = await open();
    toasts.changed('Saved.', () => Promise.reject(new Error('no')));
    toasts.undoLast();
    await pass(120_000);
    expect(textOf(element)).toContain('This was not undone. The server gave no reason.');
    button(element, 'Close this message').click();
    await pass();
    expect(textOf(element)).toBe('');
  });

  it('offer nothing where nothing can be taken back, and are three at most', async () => {
    const { element, toasts, pass } = await open();
    for (const each of ['1', '2', '3', '4']) toasts.changed(`Token ${each}.`, null);
    await pass();
    expect(textOf(element)).toBe('Token 2. Token 3. Token 4.');
    expect(() => button(element, /^Undo/)).toThrow();
  });
});
