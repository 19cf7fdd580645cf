/** Not there, or not this viewer's: one answer for both, so that nobody learns which diaries exist. */
export class NotFoundError extends Error {
  override name = "NotFoundError";
}

/** Changed meanwhile: the stored state is not the one the request was made for. */
export class ConflictError extends Error {
  override name = "ConflictError";
}

/** Asked too often. `retryAfterSeconds` goes into the answer's header. */
export class TooManyError extends Error {
  override name = "TooManyError";
  constructor(readonly retryAfterSeconds: number) {
    super("Too many requests");
  }
}

/** The request does not fit. `fields` maps a path ("scores.vision") to a message key. */
export class InvalidError extends Error {
  override name = "InvalidError";
  constructor(readonly fields: Record<string, string>) {
    super("Invalid input");
  }
}

/** The session of the one who asks ended or expired, or its account is closed: to them nothing is there. */
export class SessionEndedError extends NotFoundError {
  override name = "SessionEndedError";
}

/** The request names the account it is meant for, and another one is signed in. */
export class OtherAccountError extends Error {
  override name = "OtherAccountError";
}

/** The change needs a fresh proof of who asks: they confirm it first, then try again. */
export class ConfirmFirstError extends Error {
  override name = "ConfirmFirstError";
}

/** Health data may be kept after a consent to the text of today only. */
export class ConsentMissingError extends Error {
  override name = "ConsentMissingError";
}
