import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import { createOwner, type Owner } from "./people/owner";
import { createPerson, removePerson, type Person } from "./people/person";
import { address, leaveWorld } from "./people/world";

export { expect };
export { createOwner, type Owner } from "./people/owner";
export { createPerson, removePerson, type Person } from "./people/person";

type People = {
  /** has a diary whose set-up is done, and no check-in yet */
  owner: Owner;
  /** have an account; what they see is what an owner shares with them */
  caregiver: Person;
  clinician: Person;
};

/** Every test has people of its own, who are gone after it. */
export const test = base.extend<People, { world: undefined }>({
  world: [async ({}, use) => {
    await use(undefined);
    await leaveWorld();
  }, { scope: "worker", auto: true }],
  baseURL: async ({}, use) => use(address()),
  owner: async ({}, use) => {
    const owner = await createOwner();
    await use(owner);
    await removePerson(owner);
  },
  caregiver: async ({}, use) => {
    const caregiver = await createPerson("Test caregiver");
    await use(caregiver);
    await removePerson(caregiver);
  },
  clinician: async ({}, use) => {
    const clinician = await createPerson("Test clinician", { demoRole: "clinician" });
    await use(clinician);
    await removePerson(clinician);
  },
});

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with a readable list of what axe finds against WCAG 2.2 AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ""}`));
  expect(found, found.join("\n\n")).toEqual([]);
}

/** As tall as the page: a list longer than the screen always has a row half behind the tabs, which axe takes for a small target. */
export async function showWhole(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const size = page.viewportSize();
  if (size && height > size.height) await page.setViewportSize({ width: size.width, height });
}

/** Opens everything that is folded in the main part of the page, or in what lies over it. */
export async function unfoldAll(page: Page, within = "main"): Promise<void> {
  const folded = page.locator(`${within} details:not([open]) > summary:visible`);
  while ((await folded.count()) > 0) await folded.first().click();
}
