import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parseEnv} from "node:util";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../../loaders/mariadb/settings.js";

describe("requiredDatabaseSettings(env), with the password of .env.example", () => {
  const example = parseEnv(readFileSync(join(projectRoot, ".env.example"), "utf8"));

  it.each(["localhost", "127.0.0.1", "::1"])("takes it for %s", (DB_HOST) => {
    expect(requiredDatabaseSettings({...example, DB_HOST}).user).toBe("bank");
  });

  it.each(["mariadb", "db.bank.example", "127.0.0.1.bank.example", "10.0.0.1"])(
    "refuses it for %s, which others reach",
    (DB_HOST) => {
      const env = {...example, DB_HOST};
      expect(() => requiredDatabaseSettings(env)).toThrow(
        /^DB_PASSWORD is that of \.env\.example, which everybody knows/,
      );
      const loader = {DB_LOADER_USER: "x", DB_LOADER_PASSWORD: example.DB_PASSWORD};
      const own = {...env, DB_PASSWORD: "of-my-own", ...loader};
      expect(requiredDatabaseSettings(own).password).toBe("of-my-own");
      expect(() => requiredDatabaseSettings(own, {loader: true})).toThrow(/^DB_LOADER_PASSWORD is/);
    },
  );
});
