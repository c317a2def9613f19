import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';
import { button, textOf } from '../../testing/at';
import { CopyMenu } from './copy-menu';
import type { Copyable } from './copyable';

const COPYABLE: Copyable = {
  title: 'AE performance',
  subtitle: 'Organic',
  columns: [{ label: 'AE', unit: null }],
  rows: [['Zoé']],
};
const CLIPBOARD = Object.getOwnPropertyDescriptor(navigator, 'clipboard');

/** A browser's clipboard that accepts or refuses what is written. */
function clipboard(isOpen: boolean) {
  const written: Record<string, Blob | Promise<Blob>>[] = [];
  const write = (items: { parts: Record<string, Blob | Promise<Blob>> }[]) => {
    if (!isOpen) return Promise.reject(new DOMException('Not allowed.', 'NotAllowedError'));
    written.push(...items.map(({ parts }) => parts));
    return Promise.resolve();
  };
  Object.defineProperty(navigator, 'clipboard', { value: { write }, configurable: true });
  vi.stubGlobal(
    'ClipboardItem',
    class {
      constructor(readonly parts: Record<string, Blob | Promise<Blob>>) {}
    },
  );
  return written;
}

async function choose(name: RegExp) {
  const fixture = TestBed.createComponent(CopyMenu);
  fixture.componentRef.setInput('of', () => COPYABLE);
  fixture.componentRef.setInput('title', COPYABLE.title);
  const spoken = vi.spyOn(TestBed.inject(LiveAnnouncer), 'announce').mockResolvedValue();
  await fixture.whenStable();
  button(fixture.nativeElement as HTMLElement, 'Copy AE performance for a mail').click();
  await fixture.whenStable();
  button(document.body, name).click();
  await vi.waitFor(() => expect(spoken).toHaveBeenCalled());
  await fixture.whenStable();
  const said = textOf((fixture.nativeElement as HTMLElement).querySelector('.said'));
  expect(spoken.mock.lastCall?.[0]).toBe(said);
  return said;
}

afterEach(() => {
  vi.unstubAllGlobals();
  if (CLIPBOARD) Object.defineProperty(navigator, 'clipboard', CLIPBOARD);
  else Reflect.deleteProperty(navigator, 'clipboard');
});

describe('copying for a mail', () => {
  it('puts plain text and a table on the clipboard, and says so', async () => {
    const written = clipboard(true);
    expect(await choose(/^As text/)).toBe('Copied as text.');
    const item = written[0] ?? {};
    expect(Object.keys(item)).toEqual(['text/plain', 'text/html']);
    expect(await (await item['text/plain'])?.text()).toBe('AE performance\nOrganic\n\nAE\nZoé');
  });

  it('falls back to plain text where the clipboard is refused', async () => {
    clipboard(false);
    const copy = vi.spyOn(TestBed.inject(Clipboard), 'copy').mockReturnValue(true);
    expect(await choose(/^As text/)).toBe('Copied as text.');
    expect(copy).toHaveBeenCalledWith('AE performance\nOrganic\n\nAE\nZoé');
  });

  it('says what to do when the clipboard is refused altogether', async () => {
    clipboard(false);
    vi.spyOn(TestBed.inject(Clipboard), 'copy').mockReturnValue(false);
    expect(await choose(/^As text/)).toContain('Allow it for this page');
  });

  it('says so when no picture can be drawn', async () => {
    clipboard(false); // and jsdom draws nothing
    expect(await choose(/^As a picture/)).toBe('The picture could not be drawn.');
  });
});
