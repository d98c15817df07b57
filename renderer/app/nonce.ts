/** The nonce that this page's CSP allows styles with; the door puts it into the page at each request. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
