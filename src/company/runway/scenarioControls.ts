/**
 * The reader's scenario: three ready-made ones as buttons, and a slider for each part of one's own. One input for all
 * of them, in the address of the page (`?revenue=10&cost=-5&hires=2&financing=4&arrives=3&floor=1`).
 */

import {builder} from "../../components/dom.js";
import {type SliderElement, slider} from "../../components/slider.js";
import {type CompanyMonth, nextMonth} from "../../lib/companies/runways.js";
import {
  maybeScenarioName,
  type Scenario,
  type ScenarioName,
  scenarios,
} from "../../lib/companies/scenario.js";
import {money, monthText, number, withSign} from "../../lib/format.js";
import {monthDate, monthNumber} from "../../lib/month.js";
import {agree, peopleText, sentence} from "../../lib/words.js";

/** A scenario, and how many months of costs must stay on the account. */
export interface ScenarioQuestion extends Scenario {
  readonly floor_months: number;
}

export type ScenarioElement = HTMLElement & {value: ScenarioQuestion};

/** Amounts that companies of every size may ask for; a slider of equal steps would have room for only one size. */
const amounts = [0, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000];

const signedPercent = (value: number) =>
  value === 0
    ? "unchanged"
    : withSign(value, (part) => `${part! < 0 ? "−" : ""}${Math.abs(Number(part))}%`);
const people = (value: number) =>
  value === 0 ? "nobody" : `${Math.abs(value) === value ? "+" : "−"}${peopleText(Math.abs(value))}`;

/**
 * Tells `notify` of the value at once and then whenever it has rested for `milliseconds`: for what need not follow
 * every step of a slider, so that what does can. Returns how to stop; made for `Generators.observe`.
 */
export function afterRest<T>(
  element: HTMLElement & {readonly value: T},
  notify: (value: T) => void,
  {milliseconds = 120}: {milliseconds?: number} = {},
): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = () => notify(element.value);
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, milliseconds);
  };
  element.addEventListener("input", wait);
  tell();
  return () => {
    clearTimeout(waiting);
    element.removeEventListener("input", wait);
  };
}

export interface ScenarioControlsOptions {
  /** The first month ahead, so that the financing's month has a name. */
  next?: Date | undefined;
  document?: Document;
}

/** The controls of a company's page, by the months that are known of it. */
export function scenarioChoice(months: readonly CompanyMonth[]): ScenarioElement {
  return scenarioControls({next: nextMonth(months)});
}

export function scenarioControls({
  next,
  document = globalThis.document,
}: ScenarioControlsOptions = {}): ScenarioElement {
  const {html} = builder(document);
  const window = document.defaultView ?? globalThis.window;
  const parts = {
    revenue: slider({
      label: "Revenue",
      min: -50,
      max: 50,
      step: 1,
      value: 0,
      format: signedPercent,
      param: "revenue",
      document,
    }),
    cost: slider({
      label: "Costs",
      min: -50,
      max: 50,
      step: 1,
      value: 0,
      format: signedPercent,
      param: "cost",
      document,
    }),
    hires: slider({
      label: "Hires",
      min: -20,
      max: 20,
      step: 1,
      value: 0,
      format: people,
      param: "hires",
      document,
    }),
    financing: slider({
      label: "Financing",
      min: 0,
      max: amounts.length - 1,
      step: 1,
      value: 0,
      format: (at) => (at === 0 ? "none" : money(amounts[at])),
      param: "financing",
      document,
    }),
    arrives: slider({
      label: "Financing arrives",
      min: 1,
      max: 12,
      step: 1,
      value: 3,
      format: (ahead) =>
        next ? monthText(monthDate(monthNumber(next) + ahead - 1)) : `in month ${ahead}`,
      param: "arrives",
      document,
    }),
    floor: slider({
      label: "Floor to keep",
      min: 0,
      max: 6,
      step: 0.5,
      value: 0,
      format: (months) =>
        months === 0 ? "zero" : `${number(months, 1)} ${agree(months, "month", "months")} of costs`,
      param: "floor",
      document,
    }),
  } satisfies Record<string, SliderElement>;
  const buttons = (Object.keys(scenarios) as ScenarioName[]).map((name) =>
    html("button", {type: "button", "data-scenario": name}, sentence(name)),
  );
  const root = html(
    "div",
    {class: "scenario", role: "group", "aria-label": "Scenario"},
    html("div", {class: "scenario-names"}, ...buttons),
    html("div", {class: "scenario-parts"}, ...Object.values(parts)),
  );

  const value = (): ScenarioQuestion => ({
    revenue: parts.revenue.value / 100,
    cost: parts.cost.value / 100,
    hires: parts.hires.value,
    financing_eur: amounts[parts.financing.value] ?? 0,
    financing_ahead: parts.arrives.value,
    floor_months: parts.floor.value,
  });
  const mark = () => {
    const name = maybeScenarioName(value());
    for (const button of buttons)
      button.setAttribute("aria-pressed", String(button.dataset.scenario === name));
  };
  Object.defineProperty(root, "value", {get: value});
  root.addEventListener("input", mark);
  for (const button of buttons)
    button.addEventListener("click", () => {
      const {revenue, cost, hires} = scenarios[button.dataset.scenario as ScenarioName];
      parts.revenue.value = Math.round(100 * revenue);
      parts.cost.value = Math.round(100 * cost);
      parts.hires.value = hires;
      parts.financing.value = 0;
      root.dispatchEvent(new window.Event("input", {bubbles: true}));
    });
  mark();
  return root as unknown as ScenarioElement;
}
