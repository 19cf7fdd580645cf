"use client";

import { CopyButton } from "@/components/account/copy-button";
import { QrPicture } from "@/components/account/qr-picture";
import type { TotpKey } from "@/components/account/second-step-api";
import { StepHead } from "@/components/account/step-head";
import { Icon } from "@/components/ui/icon";
import { groupSecret } from "@/lib/domain/account/totp";
import type { Messages } from "@/lib/i18n/messages";

type ScanStepProps = { texts: Messages["secondStep"]; place: string; totpKey: TotpKey; onNext: () => void };

/** Three ways for the key into the app: scanned from another screen, opened on the same phone, typed. */
export function ScanStep({ texts, place, totpKey, onNext }: ScanStepProps) {
  const { scan } = texts;
  return (
    <>
      <StepHead title={scan.title} lead={scan.lead} place={place} />
      <QrPicture qr={totpKey.qr} label={scan.picture} />
      <a className="btn line wide mt-4" href={totpKey.uri}><Icon name="saved" size={22} />{scan.samePhone}</a>
      <p className="mt-1.5 text-sm text-ink-2">{scan.samePhoneHint}</p>
      <details className="mt-2">
        <summary>{scan.byHand}<Icon name="down" size={20} /></summary>
        <div className="card">
          <p>{scan.byHandHint}</p>
          <p className="mt-3 font-semibold" id="totp-key">{scan.key}</p>
          <p className="num mb-3 font-mono text-lg wrap-anywhere" aria-labelledby="totp-key" role="group">{groupSecret(totpKey.secret)}</p>
          <CopyButton text={totpKey.secret} label={scan.copy} done={scan.copied} failed={scan.notCopied} className="btn line wide" />
        </div>
      </details>
      <p className="mt-3 text-sm text-ink-2">{scan.private}</p>
      <button type="button" className="btn primary wide mt-4" onClick={onNext}>{scan.go}</button>
    </>
  );
}
