import {industryName} from "../lib/bank/industries.js";
import {type FoundName, findNames} from "../lib/site/searchNames.js";
import {type KeptChoice, keptChoice, type Subject} from "./keptChoice.js";
import {type KeyedFile, keyedRow, keyedRows} from "./keyed.js";
import {type Choice, type PickerElement, picker} from "./picker.js";

const subjects = {
  person: {label: "Person", kind: "individual"},
  company: {label: "Company", kind: "company"},
} as const;

/**
 * The choice of one person or one company out of a bank of any size, which is in the address as `?id=…`; first the one
 * of the page before, else `value`. `names` is the dataset `search-names.keyed`, of which only what is looked for is
 * loaded.
 */
export function subjectPicker(
  subject: Subject,
  names: KeyedFile,
  {
    value,
    kept = keptChoice(subject),
    document = globalThis.document,
  }: {value?: string | undefined; kept?: KeptChoice; document?: Document} = {},
): PickerElement {
  const {label, kind} = subjects[subject];
  return picker({
    label,
    param: "id",
    value,
    kept,
    placeholder: "Type a name …",
    choices: {
      async find(query) {
        const found = await findNames(kind, query, (key) => keyedRows(names, key));
        return {items: found.map(choiceOf), count: found.length};
      },
      async named(id) {
        const row = id ? await keyedRow<FoundName>(names, id) : undefined;
        return row && choiceOf(row);
      },
    },
    document,
  });
}

function choiceOf({user_id, name, city, industry}: FoundName): Choice {
  const detail = industry === null ? city : `${industryName(industry)}, ${city}`;
  return {value: user_id, label: name, detail};
}
