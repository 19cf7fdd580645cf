import "server-only";
import { isIPv4, isIPv6 } from "node:net";

/**
 * The network a request came from, as limits count it: an IPv4 address whole, an IPv6 address to its /64, of which one household has
 * at least one. It is read from the last entry of X-Forwarded-For, which the nearest proxy wrote. A client without a proxy can write
 * this header itself, so it only ever limits; nothing is allowed because of it.
 */
export const networkOf = (headers: Headers): string => networkOfAddress(headers.get("x-forwarded-for")?.split(",").at(-1) ?? "");

/** "unknown" for what is no address: all of those share one budget. A port, brackets and a zone ("fe80::1%eth0") are left out. */
export function networkOfAddress(written: string): string {
  const address = withoutPort(written.trim()).replace(/%.*$/, "");
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return "unknown";
  const groups = groupsOf(address);
  const prefix = groups.slice(0, 6).map((group) => group.toString(16)).join(":");
  return IPV4_PREFIXES.includes(prefix) ? [groups[6]!, groups[7]!].flatMap((group) => [group >> 8, group & 255]).join(".")
    : `${prefix.split(":").slice(0, 4).join(":")}::/64`;
}

/** An IPv4 address written as IPv6, and one that came through a NAT64 gateway: its last 32 bits. */
const IPV4_PREFIXES = ["0:0:0:0:0:ffff", "64:ff9b:0:0:0:0"];

function withoutPort(address: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(address);
  if (bracketed) return bracketed[1]!;
  return /^[\d.]+:\d+$/.test(address) ? address.slice(0, address.indexOf(":")) : address;
}

/** The eight numbers of an IPv6 address, whichever way it is written: the URL parser knows all of them. */
function groupsOf(address: string): number[] {
  const [before = "", after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const numbers = (part: string | undefined) => (part ? part.split(":").map((group) => parseInt(group, 16)) : []);
  const [head, tail] = [numbers(before), numbers(after)];
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}
