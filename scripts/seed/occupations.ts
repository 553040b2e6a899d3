/**
 * What occupations earn: net pay a month over the year, of somebody in mid-career, in the average of the bank's
 * countries. The order is that of Eurostat's Structure of Earnings Survey 2022 by major group of ISCO-08 (managers and
 * professionals, technicians, clerks, trades, services and sales, elementary occupations); levels within a group are
 * the generator's own judgement.
 */

export interface Occupation {
  /** Net pay a month in mid-career, in cents. */
  readonly payCents: number;
  /** Standard deviation of pay among people of one age and place, as a share. */
  readonly spread: number;
  /** How much more is earned with twenty years more, as a share of the pay in mid-career. */
  readonly slope: number;
  /** The age at which people begin, after school and training. */
  readonly from: number;
  /** Whether some get a bonus once a year. */
  readonly hasBonus: boolean;
}

const professional = {spread: 0.2, slope: 0.32, from: 25, hasBonus: false} as const;
const technical = {spread: 0.15, slope: 0.22, from: 22, hasBonus: false} as const;
const skilled = {spread: 0.12, slope: 0.15, from: 20, hasBonus: false} as const;
const simple = {spread: 0.1, slope: 0.1, from: 18, hasBonus: false} as const;
const pays = (euros: number, kind: Omit<Occupation, "payCents">): Occupation => ({
  ...kind,
  payCents: euros * 100,
});
const withBonus = {hasBonus: true} as const;

const table = {
  Physician: pays(4_300, {...professional, from: 28}),
  Lawyer: pays(3_350, {...professional, ...withBonus, from: 27}),
  "Product manager": pays(3_200, {...professional, ...withBonus}),
  "Software engineer": pays(2_950, {...professional, ...withBonus, from: 23}),
  Consultant: pays(2_900, {...professional, ...withBonus, from: 24}),
  "Tax adviser": pays(2_850, {...professional, ...withBonus}),
  "Mechanical engineer": pays(2_750, {...professional, ...withBonus, from: 24}),
  "Civil engineer": pays(2_700, {...professional, ...withBonus, from: 24}),
  "Data analyst": pays(2_550, {...professional, ...withBonus, from: 23}),
  Researcher: pays(2_500, professional),
  "Site manager": pays(2_500, {...technical, from: 26}),
  "Systems administrator": pays(2_400, {...technical, ...withBonus}),
  Accountant: pays(2_350, {...technical, ...withBonus, from: 23}),
  Teacher: pays(2_350, professional),
  "Police officer": pays(2_250, technical),
  Editor: pays(2_250, {...technical, from: 23}),
  Surveyor: pays(2_250, technical),
  Valuer: pays(2_250, {...technical, from: 25}),
  Purchaser: pays(2_200, technical),
  Buyer: pays(2_150, technical),
  Estimator: pays(2_200, technical),
  "Property manager": pays(2_150, technical),
  "Sales representative": pays(2_200, {...technical, spread: 0.2}),
  "Civil servant": pays(2_150, technical),
  "Estate agent": pays(2_050, {...technical, spread: 0.25}),
  "Restaurant manager": pays(2_050, {...technical, from: 25}),
  "Shop manager": pays(2_000, {...technical, from: 24}),
  Designer: pays(2_050, technical),
  Nurse: pays(2_150, {...technical, from: 21}),
  Technician: pays(2_050, technical),
  Copywriter: pays(2_000, technical),
  "Camera operator": pays(1_950, technical),
  Draughtsman: pays(1_950, technical),
  Electrician: pays(1_950, skilled),
  "Quality inspector": pays(1_900, skilled),
  "Social worker": pays(1_900, {...technical, from: 23}),
  Physiotherapist: pays(1_850, technical),
  Plumber: pays(1_900, skilled),
  Mechanic: pays(1_850, skilled),
  "Export clerk": pays(1_850, skilled),
  Dispatcher: pays(1_800, skilled),
  Roofer: pays(1_800, skilled),
  Bricklayer: pays(1_800, skilled),
  "Bus driver": pays(1_800, {...skilled, from: 23}),
  Clerk: pays(1_750, skilled),
  "Machine operator": pays(1_700, skilled),
  Driver: pays(1_700, {...simple, from: 21}),
  "Office assistant": pays(1_560, skilled),
  Butcher: pays(1_650, skilled),
  "Forklift operator": pays(1_650, simple),
  Cook: pays(1_650, skilled),
  "Dental assistant": pays(1_600, skilled),
  "Warehouse clerk": pays(1_600, simple),
  Baker: pays(1_600, skilled),
  "Warehouse worker": pays(1_550, simple),
  Caretaker: pays(1_550, simple),
  Receptionist: pays(1_550, simple),
  "Hotel clerk": pays(1_550, skilled),
  Packer: pays(1_450, simple),
  "Sales assistant": pays(1_450, simple),
  Florist: pays(1_400, skilled),
  Cashier: pays(1_380, simple),
  Waiter: pays(1_400, simple),
  Barista: pays(1_350, simple),
} as const satisfies Record<string, Occupation>;

/** What people work as at employers elsewhere: half of the list belongs to the public sector. */
export const titlesElsewhere = [
  "Teacher",
  "Civil servant",
  "Bus driver",
  "Nurse",
  "Mechanic",
  "Clerk",
  "Office assistant",
  "Social worker",
  "Police officer",
  "Technician",
  "Researcher",
  "Physician",
  "Office assistant",
  "Machine operator",
  "Warehouse worker",
  "Sales assistant",
  "Electrician",
  "Software engineer",
] as const;

/** An occupation by its title; throws on one that the table lacks. */
export function occupationOf(title: string): Occupation {
  if (!Object.hasOwn(table, title)) throw new Error(`unknown occupation: ${title}`);
  return table[title as keyof typeof table];
}

/** Nobody earns less than this part of what is usual in the occupation. */
export const leastLevel = 0.6;
/** Where mid-career is, in years of age, how far it is from there to its ends, and the age from which pay stays. */
const middleAge = 42;
const reach = 20;
const lastAge = 65;
/** How much the curve bends: pay rises fast early on, and hardly any more late. */
const bend = 0.35;
/** What is added for the bend, so that the curve averages 1. */
const lift = 0.08;
/** Who begins at this age or later had a training that takes a licence: physicians, for one. */
const licenceAge = 25;
/** How far apart the pay of two occupations may lie that are of a like level, as a share. */
const likeLevel = 0.2;

/**
 * Pay at an age against pay in mid-career: a parabola that rises with experience, ever more slowly, and averages 1 over
 * a staff of all working ages. The shape is that of earnings functions: J. Mincer, Schooling, Experience, and Earnings
 * (1974).
 */
export function experienceFactor({slope, from}: Occupation, age: number): number {
  const years = (Math.min(lastAge, Math.max(from, age)) - middleAge) / reach;
  return 1 + slope * (years - bend * years * years + lift);
}

/** Whether somebody can go from one occupation to another: to the same, or to one of a like level without a licence. */
export function canChange(from: string, to: string): boolean {
  if (from === to) return true;
  const [before, after] = [occupationOf(from), occupationOf(to)];
  const needsLicence = before.from >= licenceAge || after.from >= licenceAge;
  return !needsLicence && Math.abs(after.payCents / before.payCents - 1) < likeLevel;
}
