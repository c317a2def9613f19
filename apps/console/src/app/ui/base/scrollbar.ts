let width: number | undefined;

/** How much room the thin scrollbars of tables take, in pixels: none where they lie over what they scroll. */
export function scrollbarWidth(): number {
  width ??= measured();
  return width;
}

function measured(): number {
  const box = document.createElement('div');
  box.style.cssText = 'position:absolute;visibility:hidden;width:50px;overflow:scroll;scrollbar-width:thin';
  document.body.append(box);
  const taken = box.offsetWidth - box.clientWidth;
  box.remove();
  return taken;
}
