import { TestBed } from '@angular/core/testing';
import { SearchWords } from './search-words';

function asked(calledOff: () => void = () => undefined) {
  const words = TestBed.inject(SearchWords);
  words.begin('Search', calledOff);
  const field = document.activeElement as HTMLInputElement;
  const type = (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const press = (key: string, change: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...change });
    field.dispatchEvent(event);
    return event;
  };
  return { words, field, type, press };
}

describe('what is typed before the search has its focus', () => {
  let opener: HTMLButtonElement;
  beforeEach(() => {
    opener = document.createElement('button');
    document.body.append(opener);
    opener.focus();
  });
  afterEach(() => {
    TestBed.inject(SearchWords).end();
    opener.remove();
  });

  it('is searched for, and no key of it reaches what had the focus or the page', () => {
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', hear);
    const { words, field, type, press } = asked();
    expect(field.tagName).toBe('INPUT');
    type('mar');
    for (const key of ['m', 'Enter', ' ', 'g', '/']) press(key);
    document.removeEventListener('keydown', hear);
    expect(words.typed()).toBe('mar');
    expect(heard).toEqual([]);
    expect(press('Tab').defaultPrevented).toBe(true);
    expect(press('k', { ctrlKey: true }).defaultPrevented).toBe(true);
    // Ctrl and V paste; Ctrl and Alt are how some keyboards type signs.
    expect(press('v', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(press('@', { ctrlKey: true, altKey: true }).defaultPrevented).toBe(false);
  });

  it('is called off by Escape, and who had the focus has it again', () => {
    const calledOff = vi.fn();
    const { field, type, press } = asked(calledOff);
    type('a');
    press('Escape');
    expect(calledOff).toHaveBeenCalledOnce();
    expect(field.isConnected).toBe(false);
    expect(document.activeElement).toBe(opener);
  });

  it('leaves the focus to the search once that has it, and begins anew with each search', () => {
    const { words, type } = asked();
    type('a');
    expect(words.opener()).toBe(opener);
    const palette = document.createElement('input');
    document.body.append(palette);
    palette.focus();
    words.end();
    expect(document.activeElement).toBe(palette);
    expect(words.typed()).toBe('a');
    palette.remove();
    words.begin('Search', () => undefined);
    expect(words.typed()).toBe('');
  });
});
