"use client";

import { useEffect, useState } from "react";
import { applyLook, readLook, type Look } from "@/components/shell/look";
import { RadioChoices } from "@/components/ui/choices";
import { SwitchRow } from "@/components/ui/switch-row";
import type { Messages } from "@/lib/i18n/messages";

const TEXT_SIZES = ["1", "1.15", "1.3", "1.5"] as const;

/** Theme, contrast, text size, big keys. Each choice shows at once and is kept on the device. */
export function LookForm({ texts }: { texts: Messages["more"]["look"] }) {
  const [look, setLook] = useState<Look | null>(null);
  useEffect(() => {
    // The device knows the choice, the server does not: it is read after the first paint.
    queueMicrotask(() => setLook(readLook()));
  }, []);
  const change = (next: Look) => {
    setLook(next);
    applyLook(next);
  };
  const { theme: _theme, ...withoutTheme } = look ?? {};
  const { contrast: _contrast, ...withoutContrast } = look ?? {};
  const { text: _text, ...withoutText } = look ?? {};
  const { bigKeys: _bigKeys, ...withoutBigKeys } = look ?? {};
  const hasBigKeys = look?.bigKeys === true;
  return (
    <div className="grid gap-7">
      <RadioChoices id="theme" legend={texts.theme} value={look ? (look.theme ?? "device") : undefined}
        options={(["device", "light", "dark"] as const).map((value) => ({ value, label: texts.themes[value] }))}
        onChange={(theme) => change(theme === "light" || theme === "dark" ? { ...withoutTheme, theme } : withoutTheme)} />
      <RadioChoices id="contrast" legend={texts.contrast} value={look ? (look.contrast ?? "device") : undefined}
        options={(["device", "more"] as const).map((value) => ({ value, label: texts.contrasts[value] }))}
        onChange={(contrast) => change(contrast === "more" ? { ...withoutContrast, contrast } : withoutContrast)} />
      <div>
        <RadioChoices id="text" legend={texts.text} columns={2} value={look ? (look.text ?? "1") : undefined}
          options={TEXT_SIZES.map((value) => ({ value, label: texts.texts[value] }))}
          onChange={(text) => change(text && text !== "1" ? { ...withoutText, text } : withoutText)} />
        <p className="mt-2.5 text-ink-2">{texts.sample}</p>
      </div>
      <div className="card">
        <SwitchRow id="big-keys" label={texts.bigKeys} hint={texts.bigKeysHint} isOn={hasBigKeys} words={texts}
          onChange={(isOn) => change(isOn ? { ...withoutBigKeys, bigKeys: true } : withoutBigKeys)} />
      </div>
    </div>
  );
}
