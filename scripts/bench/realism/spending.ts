/** What main customers spend their money on, as shares of all that they consume. */
import type {Figure} from "./figure.js";

const division = (
  name: string,
  title: string,
  published: number,
  from: number,
  to: number,
): Figure => ({
  name: title,
  published: `${published.toFixed(1)} %`,
  unit: "%",
  decimals: 1,
  sql: `select 100 * sum(spent_eur) filter (division = '${name}') / sum(spent_eur) from consumption`,
  from,
  to,
});

export const spending: readonly Figure[] = [
  division("housing", "Housing, water, energy", 23.5, 18, 28),
  {...division("food", "Food", 13, 10.5, 15.5), isCore: true},
  {...division("transport", "Transport", 13.1, 10.5, 15.7), isCore: true},
  division("recreation", "Recreation and culture", 8.7, 7, 10.5),
  division("restaurants_hotels", "Restaurants and hotels", 8.7, 7, 10.5),
  division("furnishings", "Furnishings", 5.5, 4.1, 6.9),
  division("clothing", "Clothing", 4.6, 3.4, 5.8),
  division("health", "Health", 4.4, 3.3, 5.5),
  {
    ...division("alcohol_tobacco", "Alcohol and tobacco", 4, 3, 5),
    reason:
      "A bank sees the shop, not the basket: most of it is bought at supermarkets or with cash",
  },
  division("communications", "Communications", 2.4, 1.8, 3),
  division("education", "Education", 0.9, 0.6, 1.3),
  division("miscellaneous", "Insurance and care", 11.2, 9, 13.4),
];
