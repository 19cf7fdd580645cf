/**
 * Optional 0-10 trackers that a person switches on: for them and their team, read by no rule. `bladder` here is how much trouble it
 * gives, and is not the answer `bladder` of the check-in. Source: check-in vocabulary, section 6.
 */
export const TRACKERS = ["thinking", "pain", "bladder", "mood", "spasms", "heat"] as const;
export type TrackerName = (typeof TRACKERS)[number];

/** Whole numbers 0 (none; mood: fine) to 10 (worst one can imagine); up is always worse. An absent key was not answered: unknown, never 0. */
export type Trackers = Partial<Record<TrackerName, number>>;

export const isTracker = (name: string): name is TrackerName => (TRACKERS as readonly string[]).includes(name);

/** The trackers of a stored list, in its order, each once; a name that is not known (any more) is left out. */
export function toTrackerList(names: readonly string[]): TrackerName[] {
  return [...new Set(names)].filter(isTracker);
}

/** Sets one tracker, or takes it back to unknown when `value` is null. */
export function writeTracker(trackers: Trackers, name: TrackerName, value: number | null): Trackers {
  const { [name]: _before, ...others } = trackers;
  return value === null ? others : { ...others, [name]: value };
}

/** What an entry asks for: those switched on, in their order, then what it already holds of those switched off since. */
export function trackersToAsk(on: readonly TrackerName[], logged: Trackers): TrackerName[] {
  return [...on, ...loggedTrackers(logged).filter((name) => !on.includes(name))];
}

/** The trackers that were answered, in the usual order. */
export function loggedTrackers(logged: Trackers): TrackerName[] {
  return TRACKERS.filter((name) => logged[name] !== undefined);
}

/** Switches one on (it comes last) or off; the others keep their order. */
export function switchTracker(on: readonly TrackerName[], name: TrackerName, isOn: boolean): TrackerName[] {
  const others = on.filter((each) => each !== name);
  return isOn ? [...others, name] : others;
}

/** Moves one by one place; at the end of the list it stays where it is. */
export function moveTracker(on: readonly TrackerName[], name: TrackerName, direction: "up" | "down"): TrackerName[] {
  const from = on.indexOf(name);
  const to = direction === "up" ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= on.length) return [...on];
  return on.map((each, place) => (place === from ? on[to]! : place === to ? name : each));
}
