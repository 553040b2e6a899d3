/** The commands that print what they make of a file, and write none. */
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Subject} from "./subject.js";

/** A command that prints what it makes of a file. */
function printing(
  name: string,
  share: number,
  options: readonly string[],
  file: string,
  text: string,
): Subject {
  return {
    name,
    share,
    args: () => [`scripts/${name}.ts`, ...options, file],
    parts: {whole: [file]},
    prints: true,
    async setUp(sandbox) {
      writeFileSync(join(sandbox.folder, file), text);
    },
    disturbances: [
      "killed at a moment",
      "disk full",
      "few files",
      "little memory",
      "twice at once",
    ],
  };
}

const months = Array.from(
  {length: 36},
  (_, i) => `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")},${100 + i}.50\n`,
);
const trades = Array.from(
  {length: 200},
  (_, i) => `2025-03-${String((i % 28) + 1).padStart(2, "0")},own,S${i % 20},buy,${i + 1},10.5,1\n`,
);
const payments = Array.from(
  {length: 300},
  (_, i) => `2025-03-${String((i % 28) + 1).padStart(2, "0")},-${i}.10,Bakery,bread no ${i}\n`,
);

export const printingSubjects: readonly Subject[] = [
  printing("forecast", 55, ["--series"], "series.csv", `month,value\n${months.join("")}`),
  printing(
    "holdings",
    55,
    ["--trades"],
    "trades.csv",
    `date,account,symbol,side,quantity,price,fee\n${trades.join("")}`,
  ),
  printing(
    "statement",
    55,
    [],
    "payments.csv",
    `date,amount,counterparty,description\n${payments.join("")}`,
  ),
];
