import { expect, type Page } from "@playwright/test";

const CODE = /\b(\d{3})\s?(\d{3})\b/;
/** The code last read for an address: what is read next is another one. */
const lastRead = new Map<string, string>();

/** Reads the newest mail to an address as a person does: on the mailbox page, as soon as it is there. `accept` waits for another one. */
export async function readMail(page: Page, email: string, subject: string | RegExp = "", accept: (text: string) => boolean = () => true): Promise<string> {
  const mailbox = await page.context().newPage();
  try {
    const message = mailbox.getByRole("listitem").filter({ hasText: `To ${email}` }).filter({ hasText: subject }).first();
    let text = "";
    await expect(async () => {
      await mailbox.goto("/demo-mailbox");
      text = await message.innerText({ timeout: 500 });
      expect(accept(text)).toBe(true);
    }).toPass({ timeout: 15_000 });
    return text;
  } finally {
    await mailbox.close();
  }
}

/** The newest code for an address, which was not read before. Mails that only tell of something hold none. */
export async function readCode(page: Page, email: string): Promise<string> {
  const codeIn = (text: string) => CODE.exec(text)?.slice(1).join("");
  const code = codeIn(await readMail(page, email, CODE, (text) => codeIn(text) !== lastRead.get(email)))!;
  lastRead.set(email, code);
  return code;
}
