/** What a key asks for. */
export type ShortcutCommand =
  | { do: 'help' | 'search' | 'views' | 'undo' }
  /** The key that starts a sequence. */
  | { do: 'wait' }
  | { do: 'go'; key: string };

/** The part of a key press that decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented' | 'target'
>;

/**
 * What a key press asks for; null for nothing. Keys with a modifier belong to the browser, but for Ctrl or Cmd with K,
 * which opens the search from anywhere; other keys in a field belong to the text, keys in a menu to the menu.
 *
 * @param isWaiting whether `g` was pressed just before
 */
export function commandOf(press: KeyPress, isWaiting: boolean): ShortcutCommand | null {
  if (press.isComposing || press.defaultPrevented || press.altKey) return null;
  if (press.ctrlKey || press.metaKey)
    return press.key === 'k' && !isChoosing(press.target) ? { do: 'search' } : null;
  if (isTyping(press.target)) return null;
  if (isWaiting && /^[a-z]$/.test(press.key)) return { do: 'go', key: press.key };
  switch (press.key) {
    case '?':
      return { do: 'help' };
    case '/':
      return { do: 'search' };
    case 'v':
      return { do: 'views' };
    case 'u':
      return { do: 'undo' };
    case 'g':
      return { do: 'wait' };
    default:
      return null;
  }
}

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"]';

/** In the open list of a select, which would stay open below whatever opens. */
const isChoosing = (target: EventTarget | null) =>
  target instanceof Element && target.closest('option') !== null;

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest(FIELDS) !== null;
