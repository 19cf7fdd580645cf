/** The account a batch is meant for: with another one signed in the server refuses it, and stores nothing. */
export const MEANT_FOR = "x-daymark-user";
