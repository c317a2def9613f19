import { type KeyPress, commandOf } from './shortcut-keys';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  target: document.body,
  ...change,
});

describe('the shortcuts', () => {
  it.each([
    ['?', { do: 'help' }],
    ['/', { do: 'search' }],
    ['v', { do: 'views' }],
    ['u', { do: 'undo' }],
    ['g', { do: 'wait' }],
  ])('%s', (key, command) => {
    expect(commandOf(press(key), false)).toEqual(command);
  });

  it('go to the page of the letter after g, and only after g', () => {
    expect(commandOf(press('d'), true)).toEqual({ do: 'go', key: 'd' });
    expect(commandOf(press('v'), true)).toEqual({ do: 'go', key: 'v' });
    expect(commandOf(press('d'), false)).toBeNull();
  });

  it('open the search by Ctrl or Cmd with K, from a field too', () => {
    const field = document.createElement('input');
    for (const modifier of ['ctrlKey', 'metaKey'] as const)
      expect(commandOf(press('k', { [modifier]: true, target: field }), false)).toEqual({ do: 'search' });
    expect(commandOf(press('k', { ctrlKey: true, altKey: true }), false)).toBeNull();
    expect(commandOf(press('k'), false)).toBeNull();
  });

  it('leave other keys with a modifier to the browser', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(commandOf(press('g', { [modifier]: true }), false)).toBeNull();
    expect(commandOf(press('/', { isComposing: true }), false)).toBeNull();
    expect(commandOf(press('/', { defaultPrevented: true }), false)).toBeNull();
  });

  it.each([
    '<input>',
    '<textarea></textarea>',
    '<select></select>',
    '<p contenteditable="true"></p>',
    '<div role="menu"></div>',
  ])('leaves keys in %s alone', (html) => {
    const holder = document.createElement('div');
    holder.innerHTML = html;
    expect(commandOf(press('g', { target: holder.firstElementChild }), false)).toBeNull();
  });
});
