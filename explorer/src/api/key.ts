/** The API key of a guarded service: asked for once, kept until the tab is closed. */

import { askForKey } from "../parts/key-prompt";

const SLOT = "entente.key";

let asking: Promise<string | null> | undefined;

/**
 * Like `fetch`, with the key if there is one. When the service wants a key or
 * another one, asks for it and tries again with what `init` gives then; the
 * service's own answer comes back when the reader declines.
 */
export async function fetchWithKey(address: URL, init: () => RequestInit): Promise<Response> {
  for (;;) {
    const key = sessionStorage.getItem(SLOT);
    const options = init();
    const headers = new Headers(options.headers);
    if (key !== null) headers.set("authorization", `Bearer ${key}`);
    const response = await fetch(address, { ...options, headers });
    if (response.status !== 401) return response;
    // Another request may have been given a key while this one was under way.
    if (sessionStorage.getItem(SLOT) === key && !(await renew(key !== null))) return response;
  }
}

/** Asks for a key, once for all requests that want one; false if the reader declines. */
async function renew(refused: boolean): Promise<boolean> {
  asking ??= askForKey(refused).finally(() => {
    asking = undefined;
  });
  const key = await asking;
  if (key === null) return false;
  sessionStorage.setItem(SLOT, key);
  return true;
}
