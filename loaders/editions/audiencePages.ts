import type {Environment} from "../environment.js";
import {audiences} from "./edition.js";
import {isPageOf, readRules} from "./rules.js";

/** What a site that is made for an audience shows. */
export interface AudiencePages {
  /** Whether it has a page, `company/cash`. */
  has(page: string): boolean;
  /** For whom it is, and what it holds, as its footer says. */
  readonly words: string;
  /** What its counts are rounded to a multiple of. */
  readonly countStep: number;
}

/** Of the audience that `SITE_AUDIENCE` names; undefined where the site is that of the whole bank. */
export function audiencePages({SITE_AUDIENCE}: Environment): AudiencePages | undefined {
  if (!SITE_AUDIENCE) return undefined;
  const audience = audiences.find((name) => name === SITE_AUDIENCE);
  if (!audience) throw new Error(`no audience ${SITE_AUDIENCE} (${audiences.join(", ")})`);
  const rules = readRules(audience);
  const {words, countStep} = rules;
  return {has: (page) => isPageOf(rules, page), words, countStep};
}
