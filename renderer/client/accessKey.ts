const STORAGE_NAME = 'shyng.key';

/**
 * The key of the browser door: taken from `?key=` once, kept for this tab only, and removed from the address bar
 * so that nobody copies it along with the address.
 * @returns an empty string when there is none
 */
export function takeAccessKey(page: Window): string {
  const address = new URL(page.location.href);
  const given = address.searchParams.get('key');
  if (given === null) return page.sessionStorage.getItem(STORAGE_NAME) ?? '';
  page.sessionStorage.setItem(STORAGE_NAME, given);
  address.searchParams.delete('key');
  page.history.replaceState(null, '', address);
  return given;
}
