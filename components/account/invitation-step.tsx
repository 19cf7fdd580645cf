"use client";

import Link from "next/link";
import { useEffect, useEffectEvent } from "react";
import { CodeForm } from "@/components/account/code-form";
import { useStep } from "@/components/account/use-step";
import { readTypedCode, showTypedCode } from "@/lib/domain/account/typed-code";
import type { Messages } from "@/lib/i18n/messages";

type InvitationStepProps = { texts: Messages["signIn"]; code: string; setCode: (code: string) => void; /** the first step of a page leaves the focus to the person */ focusFirst: boolean; onGo: () => null };

/** The code of an invitation: from the fragment of the mail's link, which no server sees, or typed. */
export function InvitationStep({ texts, code, setCode, focusFirst, onGo }: InvitationStepProps) {
  const step = useStep({ focusFirst });
  const readAddress = useEffectEvent(() => {
    const found = takeFragment();
    if (!found) return;
    setCode(found);
    onGo();
  });
  useEffect(() => readAddress(), []);
  return (
    <CodeForm
      step={step} kind="letters" name="invitation" code={code} setCode={setCode}
      onGo={async (typed) => (readTypedCode(typed) ? onGo() : texts.problems.badInvitation)}
      words={{ title: texts.invite.title, lead: texts.invite.lead, code: texts.invite.code, button: texts.goOn, busy: texts.goOn, missing: texts.problems.invitationMissing }}
    >
      <Link className="btn text wide mt-3" href="/sign-in">{texts.invite.noInvitation}</Link>
    </CodeForm>
  );
}

/** The code after "#", which is then taken out of the address bar: it would stay in the history of a shared device. */
function takeFragment(): string | null {
  const code = readTypedCode(location.hash.slice(1));
  if (code) history.replaceState(history.state, "", location.pathname);
  return code && showTypedCode(code);
}
