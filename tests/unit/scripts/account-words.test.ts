import { describe, expect, it } from "vitest";
import { HELP, readCommand, UsageError } from "@/scripts/account/words";

describe("the operator's words", () => {
  it.each([[[]], [["--help"]], [["-h"]], [["disable", "--help"]]])("%j shows the help", (words) => expect(readCommand(words)).toEqual({ name: "help" }));
  it("are read in any case, with spaces round an address", () => {
    expect(readCommand(["list"])).toEqual({ name: "list", words: [] });
    expect(readCommand(["list", "Clinic", "example"])).toEqual({ name: "list", words: ["clinic", "example"] });
    expect(readCommand(["end-sessions", " Ada@Example.org "])).toEqual({ name: "end-sessions", email: "ada@example.org" });
  });
  it.each([
    [["remove", "a@b.example"], '"remove" is not known here. npm run account -- --help shows what is.'],
    [["disable"], "An address is missing: npm run account -- disable ADDRESS"],
    [["enable", "a@b.example", "c@d.example"], "One address at a time: npm run account -- enable ADDRESS"],
    [["invite", "ada"], '"ada" is not an e-mail address.'],
    [["list", "--all"], '"--all" is not known here. npm run account -- --help shows what is.'],
  ])("%j are refused in one sentence", (words, sentence) => {
    expect(() => readCommand(words)).toThrow(new UsageError(sentence));
  });
  it("name every command in the help", () => {
    for (const name of ["list", "disable", "enable", "end-sessions", "invite"]) expect(HELP).toContain(`npm run account -- ${name}`);
  });
});
