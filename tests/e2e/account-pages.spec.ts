import type { Page } from "@playwright/test";
import { createPerson, expect, expectAccessible, removePerson, test, type Person } from "./fixtures";
import { makeRecoveryCodes, switchOnSecondStep } from "./people/factors";
import { readCode } from "./people/mailbox";
import { query } from "./people/world";

const HUB = "Signing in and safety";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
/** As if the last proof of who it is were a day old. */
const forgetProof = ({ userId }: Person) => query("update sessions set confirmed_at = now() - interval '1 day' where user_id = $1", [userId]);

/** Asked who it is, on the way to a page. */
async function openConfirm(page: Page, person: Person, returnTo = "/more/look"): Promise<void> {
  await person.signIn(page);
  await forgetProof(person);
  await page.goto("/more");
  await page.goto(`/more/account/confirm?returnTo=${encodeURIComponent(returnTo)}`);
  await expect(heading(page)).toHaveText("Is it you?");
}

test("the hub names the state of each part, and is reached from More with the keyboard @both", async ({ page, owner }) => {
  await owner.signIn(page);
  await page.goto("/more");
  await page.getByRole("link", { name: /Signing in and safety/ }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(HUB);
  const states = [["Face, fingerprint or PIN", "Not set up"], ["Second step", "Off"], ["Recovery codes", "None yet"], ["Email address", owner.email], ["Where you are signed in", "This device only"]] as const;
  for (const [name, state] of states) await expect(page.getByRole("link", { name: new RegExp(`^${name}`) })).toContainText(state);
  await expectAccessible(page);
  await switchOnSecondStep(owner);
  await makeRecoveryCodes(owner);
  await owner.signIn(page);
  await page.reload();
  await expect(page.getByRole("link", { name: /^Second step/ })).toContainText("On");
  await expect(page.getByRole("link", { name: /^Recovery codes/ })).toContainText("10 of 10 left");
  await expect(page.getByRole("link", { name: /^Where you are signed in/ })).toContainText("2 devices");
});

test("every link of the hub leads somewhere, for owners, caregivers and clinicians", async ({ page, owner, caregiver, clinician }) => {
  test.setTimeout(120_000);
  await owner.sharesWith(caregiver, ["check-ins:read"]);
  await owner.sharesWith(clinician, ["check-ins:read"], "clinician");
  for (const person of [owner, caregiver, clinician]) {
    await person.signIn(page);
    await page.goto("/more/account");
    await expect(heading(page)).toHaveText(HUB);
    const paths = await page.getByRole("main").getByRole("list").getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
    expect(paths).toHaveLength(7);
    for (const path of paths) expect((await page.request.get(path)).status(), path).toBe(200);
  }
});

test("who has nothing stronger confirms with a code by mail, and is not led back here by Back", async ({ page, owner }) => {
  await openConfirm(page, owner);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Email me a code" }).focus();
  await page.keyboard.press("Enter");
  const code = page.getByLabel("Six-digit code");
  await expect(code).toBeFocused();
  const right = await readCode(page, owner.email);
  await page.keyboard.type(right === "000000" ? "000001" : "000000");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That code did not match. 4 tries left.")).toBeVisible();
  await expect(code).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type(right);
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Look and text size");
  await page.goBack();
  await expect(heading(page)).toHaveText("More");
});

test("with a second step on, the authenticator is asked first, and a recovery code is another way", async ({ page, owner }) => {
  const app = await switchOnSecondStep(owner);
  const [code] = await makeRecoveryCodes(owner);
  await openConfirm(page, owner);
  await expect(page.getByRole("button", { name: "Email me a code" })).toHaveCount(0);
  await page.getByLabel("Six digits").fill(app.wrongCode());
  await page.keyboard.press("Enter");
  await expect(page.getByText("That code did not match.")).toBeVisible();
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await expect(page.getByLabel("Recovery code")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type("k7mp");
  await page.keyboard.press("Enter");
  await expect(page.getByText("A recovery code has 11 letters and digits")).toBeVisible();
  await page.getByRole("button", { name: "Use my authenticator app" }).click();
  await expect(page.getByLabel("Six digits")).toHaveValue(app.wrongCode());
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await expect(page.getByLabel("Recovery code")).toHaveValue("k7mp");
  await page.getByLabel("Recovery code").fill(code!);
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Look and text size");
});

test("confirming leads to a page of this site only, and nowhere near itself", async ({ page, owner }) => {
  await owner.signIn(page);
  for (const elsewhere of ["//evil.example", "https://evil.example", "/\\evil.example", "/more/account/confirm?returnTo=/more"]) {
    await page.goto(`/more/account/confirm?returnTo=${encodeURIComponent(elsewhere)}`); // proved a moment ago: it leads on at once
    await expect(heading(page), elsewhere).toHaveText(HUB);
  }
});

test("without a signal nothing is changed, and the screen says so", async ({ page, owner }) => {
  const app = await switchOnSecondStep(owner);
  await openConfirm(page, owner);
  await page.context().setOffline(true);
  await page.getByLabel("Six digits").fill(app.codeNow());
  await page.keyboard.press("Enter");
  await expect(page.getByText("You need a signal for this. Nothing was changed.")).toBeVisible();
  await page.context().setOffline(false);
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Look and text size");
});

test("a clinician who came by mail alone reads how many diaries wait, no names, and opens them by a second step @both", async ({ page, owner }) => {
  const clinician = await createPerson("Test doctor");
  try {
    await owner.sharesWith(clinician, ["check-ins:read"], "clinician");
    await clinician.signIn(page);
    await page.goto("/today");
    await expect(page).toHaveURL(/\/patients$/);
    await expect(page.getByText("1 patient shares their diary with you.")).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(owner.name);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Set up a second step" }).click();
    await expect(heading(page)).toHaveText(HUB);
    await expect(page.getByRole("link", { name: "Patients", exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "Trends", exact: true })).toHaveCount(0);
    const app = await switchOnSecondStep(clinician);
    await clinician.signIn(page);
    await page.goto("/patients");
    await page.getByRole("link", { name: "Do the second step now" }).click();
    await expect(heading(page)).toHaveText("Is it you?");
    await expect(page.getByRole("button", { name: "Use a recovery code" })).toHaveCount(0);
    await page.getByLabel("Six digits").fill(app.codeNow());
    await page.keyboard.press("Enter");
    await expect(page.getByRole("rowheader", { name: owner.name })).toBeVisible();
    await expect(page.getByText("shares their diary with you.")).toHaveCount(0);
  } finally {
    await removePerson(clinician);
  }
});

test("an ended session says why that happens, and where to look when it was not you", async ({ page, owner }) => {
  await owner.signIn(page);
  await owner.endSessions();
  await page.goto("/more/account");
  await expect(heading(page)).toHaveText("Your session has ended");
  await expect(page.getByText("It also happens when someone ends your sessions, or changes how you sign in.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toHaveAttribute("href", "/sign-in?returnTo=%2Fmore%2Faccount");
  await page.getByRole("link", { name: "Was that not you?" }).click();
  await expect(heading(page)).toHaveText("Someone else may have my phone or my login");
});
