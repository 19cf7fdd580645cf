import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { AlertCard } from "@/components/alerts/alert-card";
import { CountryPick } from "@/components/alerts/alert-parts";
import { HelpQuestion } from "@/components/alerts/help-question";
import { InfoNotes } from "@/components/alerts/info-notes";
import { SoonScreen } from "@/components/alerts/soon-screen";
import { UrgentScreen } from "@/components/alerts/urgent-screen";
import { UsualOffer } from "@/components/alerts/usual-offer";
import type { FlowTexts, UsualOf } from "@/components/diary/flow-props";
import { COUNTRIES, numbersFor } from "@/lib/domain/red-flags/numbers";
import type { Evidence, RaisedAlert, Tier } from "@/lib/domain/red-flags/rule";
import { messages } from "@/lib/i18n/messages";
import { screenRules } from "@/lib/i18n/rule-texts";

const { checkIn, alerts, common, trackers } = messages;
const texts: FlowTexts = { checkIn, alerts, rules: screenRules, trackers, common: { ...common, help: common.help.button } };
const now = new Date("2026-11-15T19:20:00Z");
const raised = (tier: Tier, ruleId: string, evidence: Evidence[] = []): RaisedAlert => ({ ruleId, ruleVersion: 1, tier, evidence });
const acts = { onCalled: vi.fn(), onCorrect: vi.fn(), onClose: vi.fn(), onAddTeam: vi.fn(), onTold: vi.fn(), onLater: vi.fn(), onLog: vi.fn() };
/** What a person reads. */
const read = (html: string) => html.replace(/<[^>]+>/g, " ").replaceAll("&#x27;", "'").replaceAll("&quot;", "\"").replace(/\s+/g, " ");
const TEAM = "020 7946 0000";

const urgent = (ruleIds: string[], country: string | undefined, { contacts = {}, recordedAt = now, reader = "owner" }: { reader?: "owner" | "caregiver"; contacts?: { team?: string; eyeClinic?: string }; recordedAt?: Date } = {}) => renderToStaticMarkup(
  <UrgentScreen {...acts} alerts={ruleIds.map((id) => raised("URGENT", id))} folded={[]} texts={texts} numbers={numbersFor(country)} say="" now={now} reader={reader} recordedAt={recordedAt} timeZone="Europe/London" country={null} contacts={contacts} />);

describe("the urgent screen", () => {
  it("calls the country's urgent line, with the person's clinics beside it", () => {
    const html = urgent(["optic-neuritis-suspected"], "GB", { contacts: { team: TEAM, eyeClinic: "020 1111" } });
    expect(read(html)).toContain("Call NHS 111 today");
    expect([...html.matchAll(/href="tel:([^"]+)"/g)].map(([, tel]) => tel)).toEqual(["111", "0201111", "02079460000", "999"]);
    expect(html).not.toContain(alerts.urgent.addTeam.replace("'", "&#x27;"));
  });
  it("says the doctor where the advice is words, and has the emergency number to dial", () => {
    const html = urgent(["optic-neuritis-suspected"], "IE");
    expect(read(html)).toContain("Call your doctor today");
    expect(read(html)).toContain("Call your GP or out-of-hours GP or your eye emergency clinic today");
    expect(html).toContain('href="tel:112"');
    expect(read(html)).toContain("Add my MS team's number");
  });
  it("names the MS team alone where no message speaks of the urgent line", () => {
    expect(read(urgent(["pml-warning"], "GB"))).toContain("Call your MS team today");
    expect(urgent(["pml-warning"], "GB", { contacts: { team: TEAM } })).toMatch(/btn primary[^>]*href="tel:02079460000"/);
    expect(read(urgent(["pml-warning", "double-vision-new"], "GB"))).toContain("Call NHS 111 today");
  });
  it("puts the crisis line first for thoughts of ending one's life", () => {
    const html = urgent(["self-harm-thoughts"], "GB");
    expect(read(html)).toContain("Call Samaritans now");
    expect(html).toMatch(/btn primary[^>]*href="tel:116123"/);
    expect(html).toContain('href="sms:85258"');
  });
  it.each([...COUNTRIES, undefined])("%s has something to dial, says when it is an emergency, and carries the statement", (country) => {
    const html = urgent(["eye-pain-severe"], country);
    const { emergency } = numbersFor(country);
    expect(html).toContain(`href="tel:${emergency.tel}"`);
    expect(read(html)).toContain(`Call ${emergency.show} if this happens`);
    expect(read(html)).toContain(`In an emergency call ${emergency.show} and do not wait.`);
    expect(read(html)).not.toMatch(/[{}]/);
  });
  it("lets the ways out stick to the foot of the column that holds the message", () => {
    expect(urgent(["head-injury"], "GB")).toMatch(/<section[^]*<p class="muted small[^"]*">[^<]*<\/p><div class="[^"]*\bsticky bottom-0\b/);
  });
  it("shows three messages and folds the rest", () => {
    const ids = ["optic-neuritis-suspected", "eye-pain-severe", "double-vision-new", "head-injury", "leg-clot"];
    const html = urgent(ids, "GB");
    const folded = html.indexOf("2 more");
    expect(folded).toBeGreaterThan(html.indexOf(screenRules["double-vision-new"].name));
    expect(folded).toBeLessThan(html.indexOf(screenRules["head-injury"].name));
  });
  it.each([
    { age: 24 * 3_600_000, isLate: false }, { age: 24 * 3_600_000 + 1, isLate: true },
  ])("begins with the date when the entry is over a day old: $age", ({ age, isLate }) => {
    expect(read(urgent(["head-injury"], "GB", { recordedAt: new Date(now.getTime() - age) })).includes("If you still have this, or were not checked, act now.")).toBe(isLate);
  });
});

it("speaks to a caregiver who logged", () => {
  expect(read(urgent(["head-injury"], "GB", { reader: "caregiver" }))).toContain(alerts.stayWithThem);
  expect(read(urgent(["head-injury"], "GB"))).not.toContain(alerts.stayWithThem);
});

const usual: UsualOf = { fatigue: null, numbness: { median: 2, low: 1, high: 3 }, vision: null, walking: null };
const history = [2, 2, 5, 6].map((numbness, index) => ({
  id: String(index), revision: 1, recordedAt: `2026-11-${12 + index}T08:00:00Z`, timeZone: "Europe/London", day: `2026-11-${12 + index}`,
  scores: { fatigue: 4, numbness, vision: 1, walking: 2 }, confirmedUnchanged: [], answers: {},
}));
const diary = { profile: {}, usual, history, recordedAt: now, day: "2026-11-15", timeZone: "Europe/London" };
const RUN: Evidence[] = [
  { field: "run.numbness", value: "2026-11-14T08:12:00.000Z" }, { field: "scores.numbness", value: 6 }, { field: "usual.numbness", value: 2 }, { field: "numbness.areas", value: ["left-arm"] },
  { field: "recent.infection", value: "not-asked" }, { field: "recent.heat", value: "no" }, { field: "relapses.last", value: "2026-03-03T10:00:00.000Z" },
];
const soon = (list: RaisedAlert[], contacts: { team?: string } = {}) => renderToStaticMarkup(
  <SoonScreen {...acts} alerts={list} folded={[]} texts={texts} numbers={numbersFor("GB")} now={now} reader="owner" country={null} contacts={contacts} diary={diary} />);

describe("the possible-relapse screen", () => {
  const html = soon([raised("SOON", "possible-relapse", RUN)], { team: TEAM });
  it("shows every input of the rule", () => {
    const words = read(html);
    expect(words).toContain("Your numbness has been worse than your usual for over a day. Only your team can tell.");
    expect(words).toContain("Since when Saturday 14 November, 08:12 (over a day so far)");
    expect(words).toContain("What changed Numbness: now 6, usual 2 Numb: left arm and hand");
    expect(words).toContain("Fever or infection We have not asked you yet.");
    expect(words).toContain("Getting hot None logged.");
    expect(words).toContain("Last recorded relapse Began on 3 March 2026.");
    expect(html).toContain('aria-label="Numbness, last 2 weeks: no entry, no entry, no entry, no entry, no entry, no entry, no entry, no entry, no entry, no entry, 2, 2, 5, 6. Usual 1 to 3."');
  });
  it("tells when it was first logged from when it began, where it came over days", () => {
    const told = (more: Evidence[]) => read(soon([raised("SOON", "possible-relapse", [{ field: "run.numbness", value: now.toISOString() }, { field: "onset.numbness", value: "days" }, ...more])]));
    const one = told([]);
    expect(one).toContain("Your numbness has been worse than your usual for over a day.");
    expect(one).toContain("Since when You said it came over days. First logged Sunday 15 November, 19:20. What changed");
    expect(one).not.toContain("so far");
    expect(told([{ field: "run.fatigue", value: "2026-11-14T08:12:00.000Z" }])).toContain("Fatigue: Saturday 14 November, 08:12 (over a day so far) Numbness: You said it came over days. First logged Sunday 15 November, 19:20.");
  });
  it("never says that it is a relapse", () => {
    expect(read(html)).toContain("This may be a relapse.");
    expect(read(html)).not.toMatch(/\b(is|have|had|having) a relapse/);
  });
  it("keeps what was not asked apart from no, and offers to log it", () => {
    const asked = read(soon([raised("SOON", "possible-relapse", RUN.map((item) => (item.field === "recent.infection" ? { ...item, value: "no" } : item.field === "relapses.last" ? { ...item, value: "none" } : item)))]));
    expect(asked).toContain("Fever or infection None logged in the last 3 days.");
    expect(asked).toContain("Last recorded relapse None recorded here.");
    expect(read(html)).toContain("Log these too, if you have them");
  });
  it("calls the team, or offers to add its number", () => {
    expect(html).toContain('href="tel:02079460000"');
    expect(read(soon([raised("SOON", "possible-relapse", RUN)]))).toContain("Add my MS team's number");
  });
  it("lists the signs of infection of a flare, fever among them", () => {
    const words = read(soon([raised("SOON", "pseudo-relapse-infection", [...RUN.filter(({ field }) => !field.startsWith("recent.")), { field: "recent.infection", value: ["fever", "burning-urine"] }]), raised("SOON", "possible-uti")]));
    expect(words).toContain("You logged: fever, burning when I pass urine.");
    expect(words).toContain(`${screenRules["possible-uti"].name}. Call your doctor or pharmacist`);
    expect(words).not.toContain("may be a relapse");
  });
});

describe("a soon screen without a run", () => {
  it("has the act of the rule as its headline, and no chart", () => {
    const html = soon([raised("SOON", "shingles")]);
    expect(html).toMatch(/<h1[^>]*>Call your doctor or pharmacist today or tomorrow\.<\/h1>/);
    expect(html).not.toContain("<svg class=\"chart\"");
    expect(read(html)).toContain(alerts.soon.label);
  });
});

describe("the cards", () => {
  const card = (tier: "EMERGENCY" | "URGENT" | "SOON", ruleId: string, response: Parameters<typeof AlertCard>[0]["response"], country = "GB") =>
    renderToStaticMarkup(<AlertCard tier={tier} alerts={[raised(tier, ruleId)]} response={response} texts={texts} country={country} contacts={{}} now={now} recordedAt={now} timeZone="Europe/London" onShow={vi.fn()} />);
  it.each([
    { tier: "EMERGENCY" as const, ruleId: "chest-pain", country: "GB", tel: "999" },
    { tier: "URGENT" as const, ruleId: "head-injury", country: "GB", tel: "111" },
    { tier: "URGENT" as const, ruleId: "self-harm-thoughts", country: "GB", tel: "116123" },
    { tier: "URGENT" as const, ruleId: "head-injury", country: "IE", tel: "112" },
  ])("$tier keeps its number after it was answered: $ruleId, $country", ({ tier, ruleId, country, tel }) => {
    for (const response of [null, "called", "got-help", "my-usual", "not-yet"] as const) expect(card(tier, ruleId, response, country)).toContain(`href="tel:${tel}"`);
  });
  it("words what was done", () => {
    expect(read(card("URGENT", "head-injury", "got-help"))).toContain("You noted that you got help.");
    expect(read(card("URGENT", "head-injury", null))).toContain("This needs medical help today.");
    expect(read(card("SOON", "falls-rising", "remind-later"))).toContain("You asked us to remind you.");
    expect(read(card("SOON", "falls-rising", null))).toContain("Not told yet.");
  });
});

it("quiet lines say what to watch on their own day, and that no alert does not mean no problem", () => {
  const notes = (day: string) => renderToStaticMarkup(<InfoNotes alerts={[{ ...raised("INFO", "watch-24h"), recordedAt: now }]} day={day} texts={texts} country="GB" timeZone="Europe/London" />);
  expect(read(notes("2026-11-15"))).toContain("Log again tomorrow.");
  expect(read(notes("2026-11-15"))).toContain("No alert does not mean no problem. In an emergency call 999.");
  expect(notes("2026-11-16")).toBe("");
});

it("says that something was noted only of what is stored, and promises no silence for what is usual", () => {
  expect(`${alerts.asked.usualNote} ${alerts.asked.usualNoteUrgent}`).not.toMatch(/noted/);
  expect(alerts.usual.effect).not.toMatch(/not alert/);
  expect(alerts.usual.effect).toMatch(/When you say it is as usual.*still alert if it is new or worse, or with a fever/);
});

it("has the emergency numbers in one tap where it asks for help, and not twice on red", () => {
  const ask = (help?: string) => renderToStaticMarkup(
    <HelpQuestion title={alerts.asked.helpTitle} lines={[]} call={null} words={alerts.asked} usual={{ note: "", goOn: alerts.goOn, offer: null }} {...(help && { help })}
      isEmergency={!help} statement="" onYes={vi.fn()} onNotYet={vi.fn()} onUsual={vi.fn()} />);
  expect(ask(texts.common.help)).toMatch(/<header[^>]*>.*<a class="btn sos" href="\/help"/);
  expect(ask()).not.toContain("btn sos");
});

it.each([["offline", true], ["failed", true], ["saved", false], [null, false]] as const)("says that a picked country could not be saved: %s", (outcome, isSaid) => {
  const html = renderToStaticMarkup(<CountryPick words={alerts.country} numbers={numbersFor("IE")} countries={[{ value: "IE", label: "Ireland" }]} outcome={outcome} onPick={vi.fn()} />);
  expect(html).toMatch(/<option value="IE" selected=""/);
  expect(read(html).includes("These numbers hold for this screen.")).toBe(isSaid);
});

it("offers what is usual in ink on its own card, also on the red of an emergency", () => {
  const html = renderToStaticMarkup(<UsualOffer findings={[{ field: "signs", value: ["faint"] }]} texts={texts} timeZone="Europe/London" onAdd={vi.fn()} />);
  expect(html).toMatch(/^<section class="card text-ink"/);
  expect(html.match(/class="[^"]*text-on-/)).toBeNull();
});

it.each([[undefined, "112 or your local number"], ["GB", "999"]])("quiet lines name the local number too where no country is known: %s", (country, number) => {
  const html = read(renderToStaticMarkup(<InfoNotes alerts={[{ ...raised("INFO", "watch-24h"), recordedAt: now }]} day="2026-11-15" texts={texts} country={country} timeZone="Europe/London" />));
  expect(html).toContain(`pass urine or speak normally, call ${number}.`);
  expect(html).toContain(`In an emergency call ${number}.`);
});

it("asks for help with the number first and no way round an answer", () => {
  const html = renderToStaticMarkup(
    <HelpQuestion title={alerts.asked.helpTitle} lines={["On Friday 13 November you logged: Head injury."]} call={{ tel: "111", text: "Call 111" }} words={alerts.asked} usual={{ note: "", goOn: alerts.goOn, offer: null }}
      isEmergency={false} statement="" onYes={vi.fn()} onNotYet={vi.fn()} onUsual={vi.fn()} />);
  expect(html.indexOf("tel:111")).toBeLessThan(html.indexOf("<button"));
  expect(html.match(/<button/g)).toHaveLength(3);
});
