/** Whether Escape was pressed in what lies over the page. Heard there alone: what lies below it stays as it is. */
export function tookEscape(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape') return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
