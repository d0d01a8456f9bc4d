import { useSyncExternalStore } from "react";

function subscribe(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

/** Does this machine have a network at all? */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
