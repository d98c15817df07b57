const HIDDEN = 'data-print-hidden';
const PART = 'data-print-part';

/** Marks everything beside the way from the page's root down to the element. @returns what takes the marks away */
function hideOthers(element: Element): () => void {
  const hidden: Element[] = [];
  for (let part: Element = element; part.parentElement; part = part.parentElement) {
    const others = [...part.parentElement.children].filter((other) => other !== part);
    hidden.push(...others.filter((other) => !other.hasAttribute(HIDDEN)));
    if (part.parentElement === document.body) break;
  }
  for (const other of hidden) other.setAttribute(HIDDEN, '');
  element.setAttribute(PART, '');
  return () => {
    element.removeAttribute(PART);
    hidden.forEach((other) => other.removeAttribute(HIDDEN));
  };
}

/** Prints one part of the page alone (styles/print.css hides what is marked). */
export function printOnly(element: Element): void {
  const show = hideOthers(element);
  window.addEventListener('afterprint', show, { once: true });
  window.print();
}

/** Does something, for example saves a PDF, while only this part of the page would be printed. */
export async function whileAlone(element: Element, act: () => Promise<void>): Promise<void> {
  const show = hideOthers(element);
  try {
    await act();
  } finally {
    show();
  }
}
