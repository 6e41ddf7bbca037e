// O1: the one thing kept on the page's own storage, and only while a person is awaited or there: that later pages
// should connect quietly. Where storage is blocked, the customer opens the panel by hand.

/** Whether a conversation of `site` is live on this device. */
export function isLive(site: string): boolean {
  try {
    return !!localStorage.getItem(`handrail:${site}`);
  } catch {
    return false;
  }
}

/** Keeps or removes the flag; writes nothing when it stands as it should. */
export function keepLive(site: string, live: boolean): void {
  if (live === isLive(site)) return;
  try {
    if (live) localStorage.setItem(`handrail:${site}`, '1');
    else localStorage.removeItem(`handrail:${site}`);
  } catch {
    // Blocked: there is nothing to keep it in.
    return;
  }
}
