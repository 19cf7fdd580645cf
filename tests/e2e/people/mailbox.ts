import { expect, type Page } from "@playwright/test";

/** Reads the newest mail to an address as a person does: on the mailbox page, as soon as it is there. */
export async function readMail(page: Page, email: string, subject = ""): Promise<string> {
  const mailbox = await page.context().newPage();
  try {
    const message = mailbox.getByRole("listitem").filter({ hasText: `To ${email}` }).filter({ hasText: subject }).first();
    await expect(async () => {
      await mailbox.goto("/demo-mailbox");
      await expect(message).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 15_000 });
    return await message.innerText();
  } finally {
    await mailbox.close();
  }
}

/** The newest code for an address. */
export async function readCode(page: Page, email: string): Promise<string> {
  const code = /\b(\d{6})\b/.exec((await readMail(page, email)).replaceAll(/(\d{3})\s(\d{3})/g, "$1$2"))?.[1];
  expect(code).toBeTruthy();
  return code!;
}
