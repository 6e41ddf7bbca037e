// What is wrong with how a page is laid out: cut words, things beyond the edge, targets too small to press. Runs in the
// page, so it is one function without anything from outside.

/** One line for each fault; `scrolls`: the page may be higher than the window. */
export function layoutFaults(): string[] {
  const faults: string[] = [];
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
  const root = document.scrollingElement!;
  if (root.scrollWidth > innerWidth + 1)
    faults.push(`the page is ${root.scrollWidth} px wide of ${innerWidth}`);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // What only screen readers have, and what is not drawn.
    if (element.closest('.sr-only') || box.width === 0 || style.visibility === 'hidden') continue;
    if (box.right > innerWidth + 1 || box.left < -1)
      faults.push(`beyond the edge (${Math.round(box.left)}–${Math.round(box.right)}): ${name(element)}`);
    const clips =
      style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && element.tagName !== 'HTML';
    if (clips && element.scrollWidth > element.clientWidth + 1)
      faults.push(`cut or scrolled sideways: ${name(element)}`);
    const cutBelow = style.overflowY === 'hidden' || style.overflowY === 'clip';
    if (
      cutBelow &&
      element.scrollHeight > element.clientHeight + 1 &&
      !['BODY', 'MAIN', 'HTML'].includes(element.tagName)
    )
      faults.push(`cut below: ${name(element)}`);
    if (!element.matches('button, summary, input, textarea, a[href]')) continue;
    if (
      element.scrollWidth > element.clientWidth + 1 &&
      element.tagName !== 'TEXTAREA' &&
      style.display !== 'inline'
    )
      faults.push(`words wider than their button: ${name(element)}`);
    // WCAG 2.5.8; links in a sentence are free.
    if (style.display !== 'inline' && (box.width < 23.9 || box.height < 23.9))
      faults.push(`${Math.round(box.width)}×${Math.round(box.height)} px to press: ${name(element)}`);
  }
  return faults;
}
