import { SIGNS, type MedicineClass, type Sign } from "@/lib/domain/check-in/vocabulary";
import { earlierTemperatures, infection, judgedAfter, medicine, onset, signs, temperature, usualTemperature } from "../common";
import { dateAgo, put, usual } from "../draft";
import { type Dimension, each, none, type Space, subsets } from "../space";

/** Nobody may call all of them usual on the screen, but an older or another program may have stored it so. */
const calledUsual: Dimension = [
  none, (draft) => { const { signs: ticked = [] } = draft.answers; usual(draft, { signs: ticked }); }, (draft) => usual(draft, { signs: ["faint"] }),
  (draft) => usual(draft, { signs: (draft.answers.signs ?? []).slice(0, 1) }),
];
const stated: Dimension = [none, ...each(["usual", "gradual", "sudden"] as const, (draft, value) => put(draft, "onset", { signs: value }))];
const catheter: Dimension = [none, (draft) => usual(draft, { bladder: "catheter" })];

const together = (name: string, listed: readonly Sign[], rest: readonly Dimension[], cases: number): Space => ({
  name, cases, core: [signs(subsets(listed)), stated, calledUsual], rest: [temperature, usualTemperature, earlierTemperatures, infection, catheter, ...rest, judgedAfter],
});

/** A medicine of one of these classes, at each limit of its window. */
const oneOf = (classes: readonly (readonly [MedicineClass, number])[]): Dimension => [none, ...classes.flatMap(([name, days]) => medicine(name, days).slice(1))];
const immunity: Dimension = [
  none, ...each(["anti-CD20", "glatiramer"] as const, (draft, name) => { draft.medications.push({ class: name, name }); }),
  ...each([90, 91], (draft, count) => { draft.medications.push({ class: "natalizumab", name: "n", stoppedOn: dateAgo(count) }); }),
];
const IMMUNE: readonly (readonly [MedicineClass, number])[] = [
  ["anti-CD20", 365], ["natalizumab", 90], ["S1P-modulator", 60], ["fumarate", 90], ["cladribine", 365], ["alemtuzumab", 730], ["teriflunomide", 90],
  ["interferon", 90], ["glatiramer", 90], ["other-immunosuppressant", 90], ["hsct", 730], ["steroid-course", 30], ["baclofen-pump", 30], ["anticoagulant", 7],
];
const firstWeek = (name: MedicineClass, key: "startedOn" | "lastDoseOn"): Dimension => [none, ...each([-1, 0, 1, 7, 8], (draft, count) => {
  draft.medications.push({ class: name, name, [key]: dateAgo(count) });
})];

export const SIGN_SPACES: readonly Space[] = [
  {
    name: "each sign by itself", cases: 0, rest: [],
    core: [signs([[], ...SIGNS.map((sign) => [sign])]), onset("signs"), calledUsual, temperature, each([undefined, 36.4], (draft, value) => { if (value) draft.profile.usualTemperatureC = value; }), judgedAfter.slice(3)],
  },
  {
    name: "medicines and their windows", cases: 0, rest: [],
    core: [oneOf(IMMUNE), signs([["shaking-chills"], ["lasting-headache", "confusion"], ["new-itch", "head-injury"], ["faint"]]), temperature.slice(-3), [none, (draft) => { draft.scores.walking = 9; put(draft, "onset", { walking: "sudden" }); }]],
  },
  { name: "no answer on signs", cases: 0, rest: [], core: [[none], stated, temperature, usualTemperature, earlierTemperatures, infection, catheter] },
  together("meningitis", ["stiff-neck", "light-hurts", "lasting-headache", "worst-headache", "confusion", "rash-no-fade"], [immunity], 8_000),
  together("sepsis", ["confusion", "slurred-speech", "trouble-breathing", "shaking-chills", "hard-to-wake"], [
    [none, ...each(["cannot-pass-urine", "leaking"] as const, (draft, value) => { draft.answers.bladder = value; })],
  ], 8_000),
  together("infection on medicines", ["shaking-chills", "faint", "heart-odd", "vomiting"], [immunity], 8_000),
  together("baclofen pump", ["sudden-stiffness", "new-itch", "pump-alarm", "confusion", "vomiting", "hard-to-wake", "seizure"], [medicine("baclofen-pump", 30)], 12_000),
  together("head injury", ["head-injury", "confusion", "seizure", "lasting-headache", "vomiting", "faint"], [medicine("anticoagulant", 7)], 8_000),
  together("first tablets", ["faint", "heart-odd"], [
    firstWeek("S1P-modulator", "startedOn"), [none, none, ...each([-2, 0, 3], (draft, count) => { for (const taken of draft.medications) taken.stoppedOn = dateAgo(count); })],
  ], 3_000),
  together("after an infusion", ["lasting-headache", "stiff-neck", "chest-pain", "trouble-breathing", "bruising-bleeding"], [firstWeek("alemtuzumab", "lastDoseOn")], 6_000),
];
