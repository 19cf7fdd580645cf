/** "This is a shared device": the session ends with the browser and nothing may stay. The shell of every page says so. */
export const isSharedDevice = (): boolean => typeof document !== "undefined" && document.querySelector("[data-shared]") !== null;

/** Where small things are kept: on the device; on a shared one as long as the tab. Throws where a browser refuses storage. */
export const deviceStorage = (): Storage => (isSharedDevice() ? sessionStorage : localStorage);
