import { describe, expect, it } from "vitest";
import { networkOf, networkOfAddress } from "@/lib/server/network";

describe("the network of an address", () => {
  it.each([
    { written: "192.0.2.7", network: "192.0.2.7" },
    { written: " 192.0.2.7 ", network: "192.0.2.7" },
    { written: "192.0.2.7:51234", network: "192.0.2.7" },
    { written: "2001:db8:1:2:3:4:5:6", network: "2001:db8:1:2::/64" },
    { written: "2001:0DB8:0001:0002::1", network: "2001:db8:1:2::/64" },
    { written: "[2001:db8:1:2::1]", network: "2001:db8:1:2::/64" },
    { written: "[2001:db8:1:2::1]:443", network: "2001:db8:1:2::/64" },
    { written: "2001:db8::", network: "2001:db8:0:0::/64" },
    { written: "fe80::1%eth0", network: "fe80:0:0:0::/64" },
    { written: "::1", network: "0:0:0:0::/64" },
    { written: "::ffff:192.0.2.7", network: "192.0.2.7" },
    { written: "::FFFF:c000:0207", network: "192.0.2.7" },
    { written: "0:0:0:0:0:ffff:192.0.2.7", network: "192.0.2.7" },
    { written: "[::ffff:192.0.2.7]:8080", network: "192.0.2.7" },
    { written: "64:ff9b::192.0.2.7", network: "192.0.2.7" },
  ])("written $written is $network", ({ written, network }) => {
    expect(networkOfAddress(written)).toBe(network);
  });

  it.each(["", "unknown", "example.org", "1.2.3", "1.2.3.4.5", "256.1.1.1", "2001:db8::1::2", "::ffff:192.0.2.700", "1.2.3.4, 5.6.7.8", "x".repeat(5_000)])("is unknown for %j", (written) => {
    expect(networkOfAddress(written)).toBe("unknown");
  });

  it("is one for all of a /64, and another one beside it", () => {
    const within = ["2001:db8:1:2::", "2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"].map(networkOfAddress);
    expect(new Set(within).size).toBe(1);
    expect(within).not.toContain(networkOfAddress("2001:db8:1:3::1"));
    expect(within).not.toContain(networkOfAddress("2001:db8:1:1:ffff:ffff:ffff:ffff"));
  });
});

describe("the network of a request", () => {
  it("is what the nearest proxy wrote, whatever the client wrote before", () => {
    expect(networkOf(new Headers({ "x-forwarded-for": "192.0.2.1, 198.51.100.2" }))).toBe("198.51.100.2");
    expect(networkOf(new Headers([["x-forwarded-for", "192.0.2.1"], ["x-forwarded-for", "2001:db8:1:2::9"]]))).toBe("2001:db8:1:2::/64");
  });
  it("is unknown without the header", () => {
    expect(networkOf(new Headers())).toBe("unknown");
  });
});
