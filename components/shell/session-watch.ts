/**
 * Runs inline on every page, beside the script of the first paint, so that no page loads more for it. When a signed-in page is looked at
 * again it asks whether its session still lives. An ended one leads to where that is said; someone else's page is loaded anew. A
 * dialog stays: it may be an alarm, and nothing may take that away.
 */
export const SESSION_WATCH_SCRIPT = `(function(){var d=document,asking=false,again=false;
function isQuiet(){return d.visibilityState==="visible"&&!d.querySelector("dialog[open],[role=alertdialog]")}
function look(){var s=d.querySelector("[data-session]");if(!s||!isQuiet())return;if(asking){again=true;return}asking=true;
fetch("/api/session",{cache:"no-store"}).then(function(r){
if(r.status===401){if(isQuiet())location.replace("/session-ended?returnTo="+encodeURIComponent(location.pathname))}
else if(r.ok)return r.json().then(function(a){if(a.userId+(a.isShared?" shared":"")!==s.dataset.session&&isQuiet())location.reload()})
}).catch(function(){}).then(function(){asking=false;if(again){again=false;look()}})}
d.addEventListener("visibilitychange",look);addEventListener("focus",look);addEventListener("pageshow",function(e){if(e.persisted)look()})})()`;
