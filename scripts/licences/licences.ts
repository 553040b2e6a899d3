/** The licences of the packages that the product is made of, from the bill of materials that npm writes. */
import satisfies from "spdx-satisfies";

/**
 * What a package may be under: licences that ask for no more than a notice. None of them is copyleft, so what the site
 * ships can be passed on in any product. `OFL-1.1` is for the fonts, which may be served with a site.
 */
export const allowedLicences = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
  "Zlib",
] as const;

/** A component of a CycloneDX 1.5 bill of materials, as far as licences go. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: {readonly id?: string; readonly name?: string};
    readonly expression?: string;
  }[];
}

export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** SPDX identifiers or an expression; empty where the package says none. */
  readonly licence: string;
  readonly isAllowed: boolean;
}

/** The licence of each component, by name, and whether it is among the allowed ones. */
export function licencesOf(components: readonly Component[]): Licensed[] {
  return components
    .map(({name, version, licenses = []}) => {
      const said = licenses.map((one) => one.expression ?? one.license?.id ?? one.license?.name);
      const licence = said.filter((text) => text !== undefined).join(" AND ");
      return {name, version, licence, isAllowed: isAllowed(licence)};
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function isAllowed(licence: string): boolean {
  try {
    return satisfies(licence, [...allowedLicences]);
  } catch {
    return false; // no SPDX expression: somebody has to read it
  }
}
