import {type DatabaseSettings, describeDatabase} from "./settings.js";

/** What can be said of an unavailable database besides its message. */
export interface Unavailability {
  /** The cause for everyone: without host, port, account or anything that only its keeper should read. */
  readonly publicly: string;
  /** The server is there and does not let this account in, or not where it wants to go. */
  readonly isRefusal?: boolean;
  readonly cause?: unknown;
}

/** The database cannot be used. The message is one line for its keeper, with the next step where there is one. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
  readonly publicly: string;
  readonly isRefusal: boolean;
  constructor(message: string, {publicly, isRefusal = false, cause}: Unavailability) {
    super(message, {cause});
    this.publicly = publicly;
    this.isRefusal = isRefusal;
  }
}

/** The error of a failed connection, or of the first questions on it, in words. */
export function unavailable(error: unknown, settings: DatabaseSettings): DatabaseUnavailable {
  const {code, message = String(error)} = error as {code?: string; message?: string};
  const first = message.split("\n")[0]!;
  // without a code it is an error of our own, about the schema, and names nobody
  if (code === undefined) return new DatabaseUnavailable(first, {publicly: first, cause: error});
  const {text = `${first} (${code})`, publicly = `error ${code}`} = causes(settings)[code] ?? {};
  return new DatabaseUnavailable(text, {
    publicly,
    isRefusal: refusals.test(code),
    cause: error,
  });
}

/** The server's codes for a login, a database or a table that it refuses; and where it does not speak as asked. */
const refusals = /ACCESS_DENIED|BAD_DB|NOT_PRIVILEGED|ACCOUNT_|PASSWORD|AUTH|NO_SSL/;

function causes(
  settings: DatabaseSettings,
): Readonly<Record<string, {readonly text: string; readonly publicly: string}>> {
  const at = `${settings.host}:${settings.port}`;
  const {host, user} = settings;
  const unknownHost = {
    text: `unknown host: ${host} (check DB_HOST)`,
    publicly: "its host is unknown",
  };
  const closed = {
    text: `the server at ${at} closed the connection`,
    publicly: "the server closed the connection",
  };
  return {
    ECONNREFUSED: {
      text: `no server at ${at} (npm run db:up starts one)`,
      publicly: "no server answers",
    },
    ENOTFOUND: unknownHost,
    EAI_AGAIN: unknownHost,
    ETIMEDOUT: {
      text: `no answer to the connection from ${at}`,
      publicly: "no answer to the connection",
    },
    PROTOCOL_CONNECTION_LOST: closed,
    ECONNRESET: closed,
    ER_ACCESS_DENIED_ERROR: {
      text: `access denied for user ${user} at ${at} (check DB_USER and DB_PASSWORD)`,
      publicly: "it refuses the login",
    },
    ER_DBACCESS_DENIED_ERROR: {
      text: `user ${user} may not use database ${describeDatabase(settings)} (check DB_NAME and DB_USER)`,
      publicly: "it refuses the login",
    },
    ER_BAD_DB_ERROR: {
      text: `no database ${describeDatabase(settings)} (check DB_NAME; npm run db:migrate makes it)`,
      publicly: "it has no such database",
    },
    HANDSHAKE_NO_SSL_SUPPORT: {
      text: `the server at ${at} does not offer SSL (set DB_SSL=false)`,
      publicly: "it does not offer SSL",
    },
  };
}
