/**
 * The plan of a whole bank: everything that is known before the first payment. Themes read it and never
 * change it.
 */
import type {Month} from "../../src/lib/day.js";
import {type Account, type Accounts, openAccounts} from "./accounts.js";
import {Budgets} from "./budgets.js";
import {planCareers} from "./careers.js";
import {type Company, planCompanies} from "./companies.js";
import {type Contract, planContracts} from "./contracts.js";
import {type Goal, planGoals} from "./goals.js";
import {settlePeople} from "./homes.js";
import {Incomes} from "./incomes.js";
import {Market} from "./market.js";
import {createNames, type Names} from "./names.js";
import {Outside} from "./outside.js";
import {type Person, planLives, type Spell} from "./people.js";
import {planRelations, type Relation} from "./relations.js";
import {Texts} from "./texts.js";

export interface Parameters {
  readonly individuals: number;
  readonly companies: number;
  readonly months: number;
  readonly seed: number;
  /** First month of the data. */
  readonly start: Month;
}

export interface Bank {
  readonly parameters: Parameters;
  readonly people: readonly Person[];
  /** The jobs of each person, in order of time. */
  readonly careers: readonly (readonly Spell[])[];
  readonly incomes: Incomes;
  /** How each person uses the bank. */
  readonly relations: readonly Relation[];
  /** What each person has contracted and pays from here. */
  readonly contracts: readonly (readonly Contract[])[];
  readonly budgets: Budgets;
  readonly companies: readonly Company[];
  readonly accounts: readonly Account[];
  readonly goals: readonly Goal[];
  readonly holdings: Pick<Accounts, "ofPerson" | "ofCompany">;
  readonly outside: Outside;
  readonly market: Market;
  readonly texts: Texts;
  readonly names: Names;
}

/** Plans the bank of these parameters; the same parameters give the same plan. */
export function planBank(parameters: Parameters): Bank {
  const {individuals, months, seed, start} = parameters;
  const texts = new Texts();
  const names = createNames(seed);
  const outside = new Outside(seed, names, texts);
  const companies = planCompanies(seed, parameters.companies, months, start);
  const lives = planLives(seed, individuals, months, start);
  const careers = planCareers(seed, lives, companies, outside, {months, start});
  const people = settlePeople(seed, lives, careers);
  const incomes = new Incomes(careers, start);
  const relations = planRelations(seed, people, careers);
  const contracts = planContracts(seed, people, relations, outside);
  const {list, ofPerson, ofCompany} = openAccounts(seed, people, companies, {start, months});
  const market = new Market(seed, start, months);
  return {
    parameters,
    people,
    careers,
    incomes,
    relations,
    contracts,
    budgets: new Budgets(seed, {people, incomes, relations, contracts}),
    companies,
    accounts: list,
    goals: planGoals(parameters, people, ofPerson, list),
    holdings: {ofPerson, ofCompany},
    outside,
    market,
    texts,
    names,
  };
}
