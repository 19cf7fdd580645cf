import { afterEach, describe, expect, it, vi } from "vitest";
import { addPasskey, askForPasskey, canUsePasskeys, readDeviceError } from "@/components/account/passkey-api";

afterEach(() => vi.unstubAllGlobals());
const named = (name: string) => Object.assign(new Error("what a browser says is not shown"), { name });

describe("readDeviceError", () => {
  it.each([
    ["NotAllowedError", "cancelled"], ["AbortError", "cancelled"], ["InvalidStateError", "alreadyHere"],
    ["NotSupportedError", "notSupported"], ["SecurityError", "notSupported"], ["ConstraintError", "notSupported"],
    ["UnknownError", "device"], ["TypeError", "device"],
  ])("reads %s as %s", (name, kind) => {
    expect(readDeviceError(named(name))).toBe(kind);
  });
});

describe("canUsePasskeys", () => {
  it.each([
    ["localhost", true], ["diary.example", true], ["1.diary.example", true], ["127.0.0.1", false], ["[::1]", false],
  ])("at %s: %s", (hostname, can) => {
    vi.stubGlobal("PublicKeyCredential", class {});
    vi.stubGlobal("location", { hostname });
    expect(canUsePasskeys()).toBe(can);
  });

  it("says no where the browser has no such thing, and then asks nobody", async () => {
    const asked = vi.fn();
    vi.stubGlobal("location", { hostname: "localhost" });
    vi.stubGlobal("fetch", asked);
    expect(canUsePasskeys()).toBe(false);
    expect(await askForPasskey("sign-in", { isShared: false, timeZone: "UTC" })).toEqual({ kind: "notSupported" });
    expect(await addPasskey()).toEqual({ kind: "notSupported" });
    expect(asked).not.toHaveBeenCalled();
  });
});
