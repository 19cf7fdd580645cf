/** Zones of no place: an offset or the world's clock. */
const NO_PLACE = /^(?:Etc\/|UTC$|GMT|Universal$|Zulu$|[A-Z]{3}(?:\d[A-Z]{3})?$)/;

/**
 * The town a time zone is named after, "Buenos Aires": as coarse as a browser tells where it is. Null when it names none.
 * @param timeZone an IANA name
 */
export function placeName(timeZone: string | null): string | null {
  if (!timeZone || NO_PLACE.test(timeZone)) return null;
  return timeZone.split("/").at(-1)!.replaceAll("_", " ");
}
