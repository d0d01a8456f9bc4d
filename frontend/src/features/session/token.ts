/**
 * The secret in the address's fragment, which browsers never send to a server. It is taken out of the address bar
 * and of the history, so that it is not shared or bookmarked by accident.
 */
export function takeToken(): string | null {
  const token = decodeURIComponent(window.location.hash.replace(/^#(token=)?/, ""));
  if (token) window.history.replaceState(window.history.state, "", window.location.pathname);
  return token || null;
}
