import { isValidElement, type ReactElement, type ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { SafetyGroupStep } from "@/components/diary/safety-check";
import type { CheckIn } from "@/components/diary/use-check-in";
import { CheckList } from "@/components/form/choice-list";
import { newDraft, startFlow } from "@/lib/domain/check-in/flow";
import { messages } from "@/lib/i18n/messages";

const checkOf = () => ({
  props: { texts: { checkIn: messages.checkIn, common: { help: "Help" } }, profile: {}, hasPump: false, alertsOn: false },
  state: startFlow(newDraft("2026-03-10"), {}), act: vi.fn(),
}) as unknown as CheckIn;

/** The list of signs inside what the step draws. */
function findList(node: ReactNode): ReactElement<{ onToggle: (sign: string, isTicked: boolean) => void }> | null {
  if (Array.isArray(node)) return node.reduce<ReturnType<typeof findList>>((found, child: ReactNode) => found ?? findList(child), null);
  if (!isValidElement<{ children?: ReactNode }>(node)) return null;
  return node.type === CheckList ? node as ReturnType<typeof findList> : findList(node.props.children);
}

const toggle = (sign: string, isTicked: boolean) => {
  const check = checkOf();
  const onCrisis = vi.fn();
  findList(SafetyGroupStep({ check, group: "self-harm", onCrisis }))!.props.onToggle(sign, isTicked);
  return { check, onCrisis };
};

describe("ticking a sign of self-harm", () => {
  it.each(["self-harm-thoughts", "self-harm-danger"])("opens the crisis lines for %s, with the alerts off too", (sign) => {
    const { check, onCrisis } = toggle(sign, true);
    expect(check.act).toHaveBeenCalledWith({ type: "sign", sign, isTicked: true });
    expect(onCrisis).toHaveBeenCalledOnce();
  });
  it("opens nothing when it is taken back", () => {
    expect(toggle("self-harm-danger", false).onCrisis).not.toHaveBeenCalled();
  });
});
