import type {CategoryName} from "../../src/lib/bank/categories.js";

/** What people pay for by card, with the merchant category code and how shops of a city are called. */
export const cardCategories = {
  groceries: {mcc: "5411", shops: 5, styles: ["Market", "Mercado", "Épicerie", "Supermarkt"]},
  restaurants: {mcc: "5812", shops: 8, styles: ["Café", "Trattoria", "Bistro", "Imbiss", "Bar"]},
  transport: {mcc: "5541", shops: 4, styles: ["Fuel", "City Transit", "Taxi", "Parking"]},
  clothing: {mcc: "5651", shops: 4, styles: ["Mode", "Shoes", "Atelier"]},
  recreation: {mcc: "7832", shops: 5, styles: ["Cinema", "Books", "Sports", "Museum"]},
  health: {mcc: "5912", shops: 3, styles: ["Pharmacy", "Optics"]},
  furnishings: {mcc: "5712", shops: 3, styles: ["Home", "Garden", "Electronics"]},
  alcohol_tobacco: {mcc: "5921", shops: 3, styles: ["Wine", "Tobacco"]},
  personal_care: {mcc: "7230", shops: 3, styles: ["Hair", "Cosmetics"]},
  education: {mcc: "8299", shops: 2, styles: ["Language school", "Courses"]},
} as const satisfies Partial<Record<CategoryName, unknown>>;

export type CardCategory = keyof typeof cardCategories;
export const cardCategoryNames = Object.keys(cardCategories) as readonly CardCategory[];
