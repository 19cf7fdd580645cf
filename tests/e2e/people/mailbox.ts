import { expect, type Page } from "@playwright/test";

/** Reads the newest code for an address as a person does: on the mailbox page. */
export async function readCode(page: Page, email: string): Promise<string> {
  const mailbox = await page.context().newPage();
  try {
    const message = mailbox.getByRole("listitem").filter({ hasText: email }).first();
    await expect(async () => {
      await mailbox.goto("/demo-mailbox");
      await expect(message).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 15_000 });
    const code = /\b(\d{6})\b/.exec((await message.innerText()).replaceAll(/(\d{3})\s(\d{3})/g, "$1$2"))?.[1];
    expect(code).toBeTruthy();
    return code!;
  } finally {
    await mailbox.close();
  }
}
