/** An input of a notebook as the control of a page. */
import {type InputSpec, inputSql, parseInput, printInput} from "./inputSpec.js";
import type {Cell} from "./notebook.js";
import {variableName} from "./variableName.js";

export interface KeptInput {
  /** The cell that shows it and defines its value. */
  readonly code: string;
  /** What stands for its value in a query of the page. */
  readonly sql: string;
  /** The lines of the input in one word, for the fence. */
  readonly attribute: string;
  /** Modules by what is imported from them. */
  readonly imports: Readonly<Record<string, string>>;
}

/** Throws on an input whose value is none. */
export function keptInput({name, source}: Pick<Cell, "name" | "source">): KeptInput {
  const spec = parseInput(source);
  inputSql(spec);
  const value = variableName(name, "Value");
  const {call, imports} = control(spec, name);
  return {
    code: `const ${value} = view(${call});`,
    sql: spec.kind === "date" ? `cast(\${${value}} as date)` : `\${${value}}`,
    attribute: encodeURIComponent(printInput(spec)),
    imports,
  };
}

/** The lines of the input that a fence holds; undefined where it holds none. */
export function inputOf(attribute: string): string | undefined {
  try {
    return decodeURIComponent(attribute);
  } catch {
    return undefined;
  }
}

function control(
  {kind, label: given, value, min, max, choices = []}: InputSpec,
  name: string,
): {call: string; imports: Readonly<Record<string, string>>} {
  const text = (value: string) => JSON.stringify(value);
  const label = text(given || name.replaceAll("_", " "));
  switch (kind) {
    case "number": {
      const ends = min !== undefined && max !== undefined ? `[${min}, ${max}], ` : "";
      const first = value === "" ? "" : `, value: ${value}`;
      return {call: `Inputs.number(${ends}{label: ${label}${first}})`, imports: {}};
    }
    case "date":
      return {
        call: `dayPicker({label: ${label}, value: ${text(value)}, param: ${text(name)}})`,
        imports: {dayPicker: "components/dayPicker.js"},
      };
    case "choice": {
      const all = choices.map((each) => `\n    {value: ${text(each)}, label: ${text(each)}}`);
      return {
        call: `segmented({\n  label: ${label},\n  value: ${text(value)},\n  param: ${text(name)},\n  choices: [${all.join(",")}\n  ]\n})`,
        imports: {segmented: "components/segmented.js"},
      };
    }
    default:
      return {
        call: `subjectPicker(${text(kind)}, FileAttachment("../data/search-names.keyed"), {value: ${text(value)}})`,
        imports: {subjectPicker: "components/subjectPicker.js"},
      };
  }
}
