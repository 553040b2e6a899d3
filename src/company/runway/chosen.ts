/** The company that a reader chose, with all that its figures and sentences need. */
import type {Futures} from "../../lib/companies/futures.js";
import {type CompanyProfile, shownCompany} from "../../lib/companies/profile.js";
import {
  type CompanyMonth,
  monthsOf,
  type Runway,
  type RunwayCompany,
  type RunwayPace,
  runwayOf,
} from "../../lib/companies/runways.js";
import {type Outlook, outlook, type Standing, scenarios} from "../../lib/companies/scenario.js";
import {money} from "../../lib/format.js";
import type {ScenarioQuestion} from "./scenarioControls.js";

export interface ChosenCompany {
  readonly name: string;
  /** Null where nobody is paid, or not known. */
  readonly head_cost_eur: number | null;
  readonly months: readonly CompanyMonth[];
  readonly runway: Runway | undefined;
  /** Undefined where the months are too few to forecast. */
  readonly futures: Futures | undefined;
  /** The futures as forecast, without a scenario and a floor. */
  readonly base: Outlook | undefined;
}

interface Rows {
  readonly who: CompanyProfile | undefined;
  readonly series: RunwayCompany | undefined;
  readonly pace: RunwayPace | undefined;
  readonly futures: Futures | undefined;
}

/** The company of these rows; one without a month where there are none. */
export function chosenCompany({who, series, pace, futures}: Rows): ChosenCompany {
  const chosen = {
    name: shownCompany(who).name,
    head_cost_eur: series?.head_cost_eur ?? null,
    months: series ? monthsOf(series) : [],
    runway: pace && runwayOf(pace, 3),
    futures,
    base: undefined,
  };
  return {...chosen, base: outlookOf(chosen, {...scenarios.base, floor_months: 0})};
}

/** What the company holds today, and the floor that the reader's months of its costs come to. */
export function standingOf(
  {runway, head_cost_eur}: ChosenCompany,
  {floor_months}: Pick<ScenarioQuestion, "floor_months">,
): Standing {
  return {
    closing_balance_eur: runway?.closing_balance_eur ?? 0,
    head_cost_eur,
    floor_eur: floor_months * (runway?.gross_burn_eur ?? 0),
  };
}

/** The company's futures under what the reader asks; undefined where there are none. */
export function outlookOf(chosen: ChosenCompany, question: ScenarioQuestion): Outlook | undefined {
  return chosen.futures && outlook(chosen.futures, question, standingOf(chosen, question));
}

/** What a hire costs in the scenarios. */
export function hireText({head_cost_eur}: ChosenCompany): string {
  const cost = head_cost_eur
    ? `${money(head_cost_eur)} a month with social contributions`
    : "which is not known here";
  return `A hire costs what an employee costs this company today, ${cost}.`;
}
