const SCHEME = 'data-mantine-color-scheme';

/** Paper is white: while the page is printed it takes its light colours, whatever the screen shows. */
export function printInLight(page: Window): void {
  const { documentElement } = page.document;
  let shown: string | null = null;
  page.addEventListener('beforeprint', () => {
    shown = documentElement.getAttribute(SCHEME);
    documentElement.setAttribute(SCHEME, 'light');
  });
  page.addEventListener('afterprint', () => {
    if (shown !== null) documentElement.setAttribute(SCHEME, shown);
  });
}
