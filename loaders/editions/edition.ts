/** For whom a site is made: an edition holds what its audience may see, and nothing else. */
import type {Environment} from "../environment.js";

/** Each has its rules in `sql/editions/`. */
export const audiences = ["company"] as const;

export type Audience = (typeof audiences)[number];

export interface Edition {
  /** As it is asked for: `company:com-00012`. */
  readonly name: string;
  readonly audience: Audience;
  /** The id of whose site it is. */
  readonly subject: string;
}

/** The edition that `SITE_EDITION` names; undefined for the whole bank. Throws on one that is none. */
export function editionOf({SITE_EDITION: name}: Environment): Edition | undefined {
  if (!name) return undefined;
  const [, audience, subject] = /^([a-z]+):([a-z0-9-]+)$/.exec(name) ?? [];
  if (isAudience(audience) && subject !== undefined) return {name, audience, subject};
  throw new Error(
    `unknown edition: ${JSON.stringify(name)} (use ${audiences.map((one) => `${one}:ID`).join(", ")})`,
  );
}

function isAudience(text: string | undefined): text is Audience {
  return (audiences as readonly (string | undefined)[]).includes(text);
}
