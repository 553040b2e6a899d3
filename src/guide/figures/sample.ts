/** Made-up rows for the page that shows the parts of figures; nothing here comes from the bank. */
import {industries} from "../../lib/bank/schema.js";

const months = Array.from({length: 18}, (_, index) => new Date(Date.UTC(2025, 4 + index)));
const season = (index: number, phase = 0) => Math.sin(((index + 4 - phase) / 12) * 2 * Math.PI);

export const groups = months.flatMap((month, index) =>
  (
    [
      ["income", 2840 + index * 9],
      ["fixed", 1180 + index * 6 + 90 * Math.max(0, season(index, 9))],
      ["discretionary", 1010 + 120 * season(index, 4)],
      ["saving", 310 + index * 3],
      ["fee", 14],
    ] as const
  ).map(([group, amount_eur]) => ({month, group, amount_eur: Math.round(amount_eur * 100) / 100})),
);

export const flows = months.map((month, index) => {
  const in_eur = 9_400_000 + 160_000 * index + 900_000 * season(index);
  const out_eur = -(9_000_000 + 140_000 * index + 1_500_000 * season(index, 5));
  const balance_eur = index === 7 ? null : 9_000 + 620 * index + 800 * season(index);
  return {
    month,
    in_eur,
    out_eur,
    net_eur: in_eur + out_eur,
    balance_eur,
    low_eur: balance_eur && balance_eur * 0.72,
    high_eur: balance_eur && balance_eur * 1.35,
  };
});

export const rents = Array.from({length: 14}, (_, index) => ({
  share: `${index * 5}–${index * 5 + 5}%`,
  from: index * 5,
  tenants: Math.round(320 * Math.exp(-(((index - 5.2) / 2.6) ** 2))),
}));

export const cities = (
  [
    ["Dublin", 2140, 1320, 1465],
    ["Paris", 1985, 1210, 1290],
    ["Amsterdam", 1940, 1240, 1315],
    ["Munich", 1830, 1105, 1160],
    ["Vienna", 1520, 790, 815],
    ["Madrid", 1390, 760, 822],
    ["Kraków", 1120, 540, 566],
    ["Porto", 1060, 530, 560],
  ] as const
).map(([city, cost_eur, rent_before_eur, rent_eur]) => ({
  city,
  cost_eur,
  rent_before_eur,
  rent_eur,
}));

export const heat = industries.flatMap((industry, row) =>
  months.map((month, index) => ({
    month,
    industry,
    net_eur:
      row === 4 && index === 2
        ? null
        : Math.round(180_000 * season(index, row * 1.7) + (row % 3 === 0 ? -70_000 : 45_000)),
  })),
);

const names = [
  "Ada Novák",
  "Bruno Keller",
  "Chloé Martin",
  "Dario Conti",
  "Elif Yıldız",
  "Łukasz Zieliński",
];

export const people = Array.from({length: 1200}, (_, index) => ({
  user_id: `ind-${String(index + 1).padStart(6, "0")}`,
  name: `${names[index % names.length]} ${index + 1}`,
  city: cities[(index * 5) % cities.length]!.city,
  joined_on: new Date(Date.UTC(2019, index % 72, 1 + (index % 27))),
  payment_count: 120 + ((index * 37) % 400),
  saved_share: index % 9 === 0 ? null : ((index * 13) % 30) / 100,
  balance_eur: Math.round(((index * 7919) % 5_000_000) - 300_000) / 100,
}));
