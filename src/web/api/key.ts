const HELD = 'redflag:key';
/** Told to the window when a reader has given a key, or taken it back. */
export const KEY_GIVEN = 'redflag:key-given';

/** The key that a reader gave for this tab, where the service asks for one. It is never stored beyond the tab. */
export function heldKey(): string | null {
  return sessionStorage.getItem(HELD);
}

/** @param key empty: the key is forgotten */
export function holdKey(key: string): void {
  if (key === '') sessionStorage.removeItem(HELD);
  else sessionStorage.setItem(HELD, key);
  dispatchEvent(new Event(KEY_GIVEN));
}

/** The headers that go with every question. */
export function keyHeaders(): Readonly<Record<string, string>> {
  const key = heldKey();
  return key === null || key === '' ? {} : { 'x-api-key': key };
}
