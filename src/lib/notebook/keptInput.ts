/** An input of a notebook as the control of a page. */
import {codeCall, codeText as text} from "./codeLines.js";
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

/** Throws on an input whose value is none, or its least or greatest one. */
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
  const label = text(given || name.replaceAll("_", " "));
  const before = `const ${variableName(name, "Value")} = view();`.length;
  switch (kind) {
    case "number": {
      const ends =
        min !== undefined && max !== undefined ? [`[${Number(min)}, ${Number(max)}]`] : [];
      const first = value === "" ? [] : [`value: ${Number(value)}`];
      return {
        call: codeCall("Inputs.number", ends, [`label: ${label}`, ...first], {before}),
        imports: {},
      };
    }
    case "date": {
      const options = [`label: ${label}`, `value: ${text(value)}`, `param: ${text(name)}`];
      return {
        call: codeCall("dayPicker", [], options, {before}),
        imports: {dayPicker: "components/dayPicker.js"},
      };
    }
    case "choice": {
      const all = choices.map((each) => `\n    {value: ${text(each)}, label: ${text(each)}}`);
      const options = [
        `label: ${label}`,
        `value: ${text(value)}`,
        `param: ${text(name)}`,
        `choices: [${all.join(",")}\n  ]`,
      ];
      return {
        call: codeCall("segmented", [], options),
        imports: {segmented: "components/segmented.js"},
      };
    }
    default:
      return {
        call: codeCall(
          "subjectPicker",
          [text(kind), 'FileAttachment("../data/search-names.keyed")'],
          [`value: ${text(value)}`],
          {before},
        ),
        imports: {subjectPicker: "components/subjectPicker.js"},
      };
  }
}
