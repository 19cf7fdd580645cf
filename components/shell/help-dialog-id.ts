/** In a file of its own: what a client file exports reaches the server's components as a reference, not as a text. */
export const HELP_DIALOG_ID = "help-now";
