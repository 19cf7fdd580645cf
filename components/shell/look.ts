import { deviceStorage } from "@/lib/offline/device-storage";

/** How the person wants the app to look. Kept on the device (on a shared one, in the tab): it is about eyes and screen, not about the diary. */
export type Look = { theme?: "light" | "dark"; contrast?: "more"; text?: "1.15" | "1.3" | "1.5"; bigKeys?: true };

export const LOOK_KEY = "daymark.look";

/** Sets the theme before the first paint; with no choice it follows the device. Runs inline with the page's nonce. */
export const FIRST_PAINT_SCRIPT = `(function(){var d=document.documentElement,l={};try{l=JSON.parse(sessionStorage.getItem("${LOOK_KEY}")||localStorage.getItem("${LOOK_KEY}")||"{}")||{}}catch(e){}
function m(q){return matchMedia(q).matches}
var dark=l.theme?l.theme==="dark":m("(prefers-color-scheme: dark)");d.setAttribute("data-theme",dark?"dark":"light");
if(l.contrast==="more"||(!l.contrast&&m("(prefers-contrast: more)")))d.setAttribute("data-contrast","more");
if(l.text)d.setAttribute("data-text",l.text)})()`;

/** Applies a choice to the open page and keeps it. A browser that refuses storage still applies it to this page. */
export function applyLook(look: Look): void {
  const root = document.documentElement;
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = look.theme ?? (prefersDark ? "dark" : "light");
  if (look.contrast || matchMedia("(prefers-contrast: more)").matches) root.dataset.contrast = "more";
  else delete root.dataset.contrast;
  if (look.text) root.dataset.text = look.text;
  else delete root.dataset.text;
  try {
    deviceStorage().setItem(LOOK_KEY, JSON.stringify(look));
  } catch {
    // Storage is refused in some private windows; the choice then lasts as long as the page.
  }
}

/** The kept choice; an unreadable one counts as none. */
export function readLook(): Look {
  try {
    return (JSON.parse(deviceStorage().getItem(LOOK_KEY) ?? "{}") as Look | null) ?? {};
  } catch {
    return {};
  }
}
