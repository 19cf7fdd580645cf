/** The program of a Chromium; installs one where none is found. Says in a sentence what to install when it cannot. */
export function findBrowser(root: string, signal?: AbortSignal): Promise<string>;
