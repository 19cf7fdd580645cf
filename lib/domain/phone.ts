/** What a phone can dial: at least three digits, and what people write between them. */
export const PHONE = /^\+?(?=(?:\D*\d){3})[\d\s()./-]{3,30}$/;

/** A number as a `tel:` link needs it. */
export const telOf = (number: string): string => number.replace(/[^\d+]/g, "");
