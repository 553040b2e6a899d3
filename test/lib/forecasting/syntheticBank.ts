import seedrandom from "seedrandom";
import type {Company} from "../../../src/lib/forecasting/forecast.js";

/**
 * Companies as a bank might see them, in cents a month from 2025-05: twelve industries with a season of
 * their own, growth, lumpy customers, payroll in steps, a thirteenth salary, quarterly tax, some that burn.
 */
export function syntheticBank(seed: number, {companies = 120, months = 18} = {}): Company[] {
  const random = seedrandom(`bank ${seed}`);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const start = 2025 * 12 + 4;
  const seasons = Array.from({length: 12}, () => {
    const swing = 0.05 + 0.3 * random();
    const peak = random() * 12;
    const december = random() < 0.3 ? 0.4 * random() : 0;
    return (month: number) =>
      1 +
      swing * Math.cos((2 * Math.PI * (month - peak)) / 12) +
      (month % 12 === 11 ? december : 0);
  });
  return Array.from({length: companies}, (_, i) => {
    const industry = i % 12;
    const size = Math.exp(11.5 + 0.8 * normal());
    const growth = 0.012 * normal();
    const noise = 0.06 + 0.25 * random() ** 2;
    const own = 0.3 * normal();
    const margin = 1.02 + 0.12 * normal();
    const payrollShare = 0.2 + 0.3 * random();
    let payroll = size * payrollShare;
    let pressure = 0;
    let quarter = 0;
    const inflow: number[] = [];
    const outflow: number[] = [];
    for (let t = 0; t < months; t++) {
      const month = start + t;
      const season = 1 + (seasons[industry]!(month) - 1) * (1 + own);
      const late = 0.5 * noise * normal();
      const sales = size * (1 + growth * t) * season;
      const received = Math.max(0, sales * (1 + noise * normal() + late - pressure));
      pressure = late;
      if (random() < 0.1) payroll *= 1 + (growth > 0 ? 0.08 : -0.08);
      quarter += received - sales * 0.4;
      const tax = month % 3 === 0 ? 0.12 * Math.max(0, quarter) : 0;
      if (month % 3 === 0) quarter = 0;
      const vendors = (size * (1 + growth * t) * (0.9 - payrollShare) * (1 + season)) / 2 / margin;
      const bonus = month % 12 === 11 ? 0.8 * payroll : 0;
      inflow.push(Math.round(received * 100));
      outflow.push(
        Math.round(100 * (payroll + bonus + tax + Math.max(0, vendors * (1 + 0.15 * normal())))),
      );
    }
    return {id: `com-${i}`, group: `industry ${industry}`, start, inflow, outflow};
  });
}
