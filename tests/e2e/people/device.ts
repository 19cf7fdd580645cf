import type { CDPSession, Page } from "@playwright/test";

/** A phone or computer that can ask for a face, a finger or a PIN: Chromium's virtual authenticator. */
export type Device = {
  /** The person does not show a face, a finger or a PIN from now on, or does again. */
  refuses: (refuses: boolean) => Promise<void>;
  /** How many passkeys it holds. */
  count: () => Promise<number>;
  /** Takes the device away, with what it holds. */
  leave: () => Promise<void>;
};

/** Puts a device to the browser of this page. One at a time can be built in. */
export async function holdDevice(page: Page): Promise<Device> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return deviceOf(session, authenticatorId);
}

const deviceOf = (session: CDPSession, authenticatorId: string): Device => ({
  refuses: async (refuses) => {
    await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: !refuses });
  },
  count: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
  leave: async () => {
    await session.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  },
});
