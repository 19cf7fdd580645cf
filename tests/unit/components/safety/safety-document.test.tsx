import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { splitClauses } from "@/components/safety/clauses";
import { SafetyDocument } from "@/components/safety/safety-document";
import { MEDICINE_CLASSES, NEVER_DISCOUNTED_SIGNS } from "@/lib/domain/check-in/vocabulary";
import { ALL_RULES, RULES_VERSION } from "@/lib/domain/red-flags/all";
import { IMMUNOSUPPRESSED_DAYS, PML_RISK_DAYS } from "@/lib/domain/red-flags/medicines";
import { COUNTRIES, numbersFor, NUMBERS_CHECKED } from "@/lib/domain/red-flags/numbers";
import { TIERS } from "@/lib/domain/red-flags/rule";
import { SOURCES } from "@/lib/domain/sources";
import { fill } from "@/lib/i18n/fill";
import { messages } from "@/lib/i18n/messages";

const { safety, rules, checkIn } = messages;
type RuleTexts = { name: string; says: string; why: string; trigger: string };
const textsOf = (id: string) => (rules as unknown as Record<string, RuleTexts>)[id]!;

const show = (alertsOn = true) => renderToStaticMarkup(<SafetyDocument texts={messages} alertsOn={alertsOn} appVersion="0.1.0" country="GB" />);
const html = show();
/** What people read of a piece of HTML. */
const read = (part: string) => part.replace(/<[^>]*>/g, "").replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const page = read(html);
/** Each piece of the page that begins with this attribute, up to the next of its kind. */
const pieces = (attribute: string) => [...html.matchAll(new RegExp(`${attribute}="([^"]*)"(.*?)(?=<(?:article|li|tr)[^>]* ${attribute}=|</table>|</article>|</section>)`, "gs"))].map(([, key, piece]) => [key!, piece!] as const);

describe("the page /safety", () => {
  const articles = [...html.matchAll(/<article id="([^"]*)".*?<\/article>/gs)].map(([article, id]) => ({ id: id!, article }));

  it("holds each rule exactly once, in the order of the list", () => {
    expect(articles.map(({ id }) => id)).toEqual(ALL_RULES.map(({ id }) => id));
    expect(articles.length).toBeGreaterThan(70);
  });
  it.each(ALL_RULES.map((rule) => [rule.id, rule] as const))("says of %s its name, tier, version, trigger, message, reason and every source", (id, rule) => {
    const { article } = articles.find((each) => each.id === id)!;
    const text = read(article);
    const texts = textsOf(id);
    expect(text).toContain(`${safety.tiers.of[rule.tier].name} · ${id} · Version ${rule.version}`);
    for (const part of [texts.name, texts.trigger, fill(texts.says, safety.rules.placeholders), texts.why]) expect(text).toContain(part);
    expect([...article.matchAll(/data-source="([^"]*)"/g)].map(([, key]) => key)).toEqual([...rule.sources]);
    for (const key of rule.sources) {
      const { organisation, document, address, lookedUp } = SOURCES[key];
      expect(text).toContain(`${organisation}: ${document} (${lookedUp ? safety.rules.lookedUp : safety.rules.knowledge})`);
      if (address) expect(article).toContain(`href="${address.replaceAll("&", "&amp;").replaceAll("'", "&#x27;")}"`);
    }
  });
  it("stands below its own tier, and counts the rules of each", () => {
    for (const tier of TIERS) {
      const section = html.slice(html.indexOf(`id="rules-${tier}"`)).split("</section>")[0]!;
      const ids = ALL_RULES.filter((rule) => rule.tier === tier).map(({ id }) => id);
      expect([...section.matchAll(/<article id="([^"]*)"/g)].map(([, id]) => id)).toEqual(ids);
      expect(page).toContain(`${safety.tiers.of[tier].name}: ${ids.length}`);
    }
  });
  it("has an anchor for every link within the page, and no id twice", () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
    for (const { id } of ALL_RULES) expect(targets).toContain(id);
  });
  it("says who has not signed it, which version it is, and what it is not", () => {
    expect(page).toContain("No clinician has signed these rules off yet.");
    expect(page).toContain(RULES_VERSION);
    expect(page).toContain(fill(messages.common.statement, { emergency: "999" }));
    for (const line of [...safety.not, ...safety.about]) expect(page).toContain(line);
    expect(page).toContain("Soon: once for each run, or once in 14 days for rules without a run. One reminder after 48 hours without an answer.");
    expect(page).toContain("Info: once in 7 days for each rule.");
    expect(page).toContain("At most 3 messages of the highest tier are shown");
  });
  it("leaves no placeholder open", () => {
    expect(page).not.toMatch(/\{\w+\}|undefined|NaN/);
  });
  it("reads the limits of the definitions from the rules, and writes none of them by hand", () => {
    const written = Object.entries(messages.safety.words).flatMap(([key, word]) => (typeof word === "string" ? [] : [`${key}: ${word.text.replace(/\{\w+\}/g, "")}`]));
    // what stays are the hours of a day, "24 hours to 7 days ago", and single steps of a grade
    for (const text of written) expect(text.replace(/24 hours|at least 1 grade|with 2 or more newly numb parts/g, "")).not.toMatch(/\d/);
    expect(page).toContain("At least 24 hours from the start of a firm run, exactly 24 hours included; 48 hours for any other; 72 hours when");
    expect(page).toContain("38.0 °C or more; or, where the usual temperature is known, 37.5 °C or more and at least 1.1 above it");
  });
  it("gives the days of every medicine from the tables of the rules", () => {
    const rows = pieces("data-medicine");
    expect(rows.map(([is]) => is)).toEqual([...MEDICINE_CLASSES]);
    for (const [is, row] of rows) {
      const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => read(cell!));
      const days = (table: Record<string, number | undefined>) => String(table[is] ?? "-");
      expect(cells.slice(0, 2)).toEqual([days(IMMUNOSUPPRESSED_DAYS), days(PML_RISK_DAYS)]);
    }
  });
  it("gives the numbers of every country, and when they were checked", () => {
    const countries = pieces("data-country");
    expect(countries.map(([code]) => code)).toEqual([...COUNTRIES, "default"]);
    for (const [code, piece] of countries) {
      const numbers = numbersFor(code === "default" ? undefined : code);
      const text = read(piece);
      for (const { show: number } of [numbers.emergency, ...numbers.alsoEmergency, ...numbers.crisis]) expect(text).toContain(number);
      expect(text).toContain("words" in numbers.urgent ? numbers.urgent.words : numbers.urgent.show);
      for (const part of [numbers.withoutSpeech, numbers.source, ...numbers.crisisText.map(({ words }) => words), ...(numbers.crisisNote ? [numbers.crisisNote] : [])]) expect(text).toContain(part);
    }
    expect(page).toContain("21 November 2026");
    expect(page).toContain(`for version ${NUMBERS_CHECKED.version}`);
  });
  it("names the signs that always count", () => {
    for (const sign of NEVER_DISCOUNTED_SIGNS) expect(page).toContain(checkIn.signs[sign]);
  });
  it("says at the top that nothing of it runs where the rules are off, and only there", () => {
    expect(read(show(false))).toContain(safety.off.title);
    expect(read(show(false))).toContain(safety.off.text);
    expect(page).not.toContain(safety.off.title);
    expect(show(false).match(/<article /g)).toHaveLength(ALL_RULES.length);
  });
});

describe("splitClauses", () => {
  it("gives each clause a line and what follows them another", () => {
    expect(splitClauses("One of: (a) this is 38.0 or more; (b) that. Not for others.")).toEqual({ lead: "One of: ", clauses: ["(a) this is 38.0 or more; ", "(b) that."], rest: " Not for others." });
    expect(splitClauses("Only this.")).toEqual({ lead: "Only this.", clauses: [], rest: "" });
  });
  it.each(ALL_RULES.map(({ id }) => [id] as const))("loses nothing of %s, and its letters go on from a", (id) => {
    const { trigger } = textsOf(id);
    const { lead, clauses, rest } = splitClauses(trigger);
    expect(lead + clauses.join("") + rest).toBe(trigger);
    expect(clauses.map((clause) => clause[1])).toEqual(["a", "b", "c", "d", "e", "f"].slice(0, clauses.length));
  });
});
