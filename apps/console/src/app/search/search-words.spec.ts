import { SearchWords, type TypedKey } from './search-words';

const press = (key: string, change: Partial<TypedKey> = {}): TypedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  target: document.body,
  ...change,
});

describe('what is typed before the search has its focus', () => {
  it('is meant for it: letters, signs and what is taken back', () => {
    const words = new SearchWords();
    words.begin();
    for (const key of ['N', 'o', ' ', '👍', 'x', 'Backspace', 'Shift', 'Enter', 'Tab'])
      words.take(press(key));
    expect(words.typed()).toBe('No 👍');
    expect(words.take(press('a'))).toBe(true);
    expect(words.take(press('Escape'))).toBe(false);
  });

  it('is not a command of the browser, a part of a word that is being composed, or a key in another dialog', () => {
    const words = new SearchWords();
    words.begin();
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    const target = dialog.appendChild(document.createElement('button'));
    const others: Partial<TypedKey>[] = [
      { ctrlKey: true },
      { metaKey: true },
      { isComposing: true },
      { target },
    ];
    expect(others.map((change) => words.take(press('a', change)))).toEqual([false, false, false, false]);
    expect(words.typed()).toBe('');
  });

  it('is for nothing when nobody asked, and begins anew with each search', () => {
    const words = new SearchWords();
    expect(words.take(press('a'))).toBe(false);
    words.begin();
    words.take(press('a'));
    words.end();
    expect(words.take(press('b'))).toBe(false);
    expect(words.typed()).toBe('a');
    words.begin();
    expect(words.typed()).toBe('');
  });
});
