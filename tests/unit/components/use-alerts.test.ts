import { describe, expect, it } from "vitest";
import { staysOnScreen } from "@/components/diary/use-alerts";
import { ALERT_RESPONSES } from "@/lib/domain/alerts/alert";

describe("an answered alert", () => {
  it("stays on the screen only as an emergency, after not yet and my usual", () => {
    expect(ALERT_RESPONSES.filter((response) => staysOnScreen({ tier: "EMERGENCY" }, response))).toEqual(["not-yet", "my-usual"]);
    expect(ALERT_RESPONSES.filter((response) => staysOnScreen({ tier: "URGENT" }, response))).toEqual([]);
  });
});
