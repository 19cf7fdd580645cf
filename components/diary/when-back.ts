/** Calls when the page is looked at again or the network is back. Returns what ends it. */
export function whenBack(call: () => void): () => void {
  const onVisible = () => { if (document.visibilityState === "visible") call(); };
  document.addEventListener("visibilitychange", onVisible);
  addEventListener("online", call);
  return () => {
    document.removeEventListener("visibilitychange", onVisible);
    removeEventListener("online", call);
  };
}
