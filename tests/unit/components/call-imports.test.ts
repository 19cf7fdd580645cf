import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sendImport, undoImport } from "@/components/data/call-imports";
import { refreshContext } from "@/lib/offline/refresh-context";

vi.mock("@/lib/offline/refresh-context", () => ({ refreshContext: vi.fn() }));

const DIARY = { userId: "person", diaryId: "diary" };

/** The server's answer to whatever is sent. */
function answering(status: number): void {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(status === 204 ? null : "{}", { status })));
  vi.stubGlobal("XMLHttpRequest", class {
    upload = {};
    status = status;
    responseText = "{}";
    onload = () => {};
    open() {}
    setRequestHeader() {}
    send() {
      this.onload();
    }
  });
}

beforeEach(() => vi.mocked(refreshContext).mockClear());
afterEach(() => vi.unstubAllGlobals());

describe("the copy of this device", () => {
  it.each(["import", "imports"] as const)("is fetched again once a file was brought in (%s)", async (path) => {
    answering(200);
    expect(await sendImport(DIARY, path, "{}", () => {})).toEqual({ kind: "ok", value: {} });
    expect(vi.mocked(refreshContext).mock.calls).toEqual([[DIARY]]);
  });

  it("is fetched again once a file was taken out", async () => {
    answering(204);
    expect(await undoImport(DIARY, "1")).toEqual({ kind: "ok", value: undefined });
    expect(vi.mocked(refreshContext).mock.calls).toEqual([[DIARY]]);
  });

  it("stays as it is when the server took neither", async () => {
    answering(500);
    expect((await sendImport(DIARY, "imports", "{}", () => {})).kind).toBe("server");
    expect((await undoImport(DIARY, "1")).kind).toBe("server");
    expect(refreshContext).not.toHaveBeenCalled();
  });
});
