import {windowText} from "../../src/lib/measures/reading.js";

/** A value of a measure as it stands on a page. */
export interface ShownReading {
  readonly page: string;
  readonly measure: string;
  readonly population: string;
  readonly window: string;
  readonly asOf: string;
  /** Empty for none. */
  readonly value: string;
  /** The words that name it: measure, of whom, and when. */
  readonly label: string;
}

/** All values of measures on the page that is open; runs in the page. */
export function readReadings(): Omit<ShownReading, "page">[] {
  const text = (part: Element | null | undefined) => part?.textContent?.trim() ?? "";
  const labelOf = (element: HTMLElement) => {
    if (element.matches(".number-card"))
      return `${text(element.querySelector(".card-label"))}, ${text(element.querySelector(".card-scope"))}`;
    if (element.matches("dd"))
      return `${text(element.closest("section")?.querySelector("h3"))}, ${text(element)
        .replace(/^[^:]*: /, "")
        .replace(/;[^;]*$/, "")}`;
    return text(element).replace(/ \((.*)\)$/, ", $1");
  };
  return [...document.querySelectorAll<HTMLElement>("main [data-measure]")].map((element) => ({
    measure: element.dataset.measure ?? "",
    population: element.dataset.population ?? "",
    window: element.dataset.window ?? "",
    asOf: element.dataset.asOf ?? "",
    value: element.dataset.value ?? "",
    label: labelOf(element),
  }));
}

/** Two values within the last digit that any dataset keeps are one. */
function isSame(one: string, other: string): boolean {
  if (one === "" || other === "") return one === other;
  const [a, b] = [Number(one), Number(other)];
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));
}

/** A fault of a value, and the page on which it stands. */
export interface ReadingFault {
  readonly page: string;
  readonly text: string;
}

/** What is wrong with the values of a site: a key with two values, a label with two keys, a label without its key. */
export function readingFaults(readings: readonly ShownReading[]): ReadingFault[] {
  const values = new Map<string, ShownReading>();
  const labels = new Map<string, {key: string; page: string}>();
  const faults: ReadingFault[] = [];
  for (const reading of readings) {
    const {measure, population, window, asOf, value, label, page} = reading;
    const key = [measure, population, window, asOf].join(" / ");
    const before = values.get(key);
    if (before && !isSame(before.value, value))
      faults.push({page, text: `${key}: ${value}, but ${before.value} on /${before.page}`});
    values.set(key, before ?? reading);
    const owner = labels.get(label);
    if (owner && owner.key !== key)
      faults.push({page, text: `"${label}": ${key}, but ${owner.key} on /${owner.page}`});
    labels.set(label, owner ?? {key, page});
    const when = windowText({
      window: window === "end" || window === "due" ? window : Number(window),
      asOf: asOf === "–" ? null : `${asOf}-01`,
    });
    const isCustomer = /^(ind|com)-\d+$/.test(population);
    const named = isCustomer ? label.split(", ").length > 2 : label.includes(population);
    if (!named || !label.endsWith(when))
      faults.push({page, text: `${key}: not named in "${label}"`});
  }
  return faults;
}
