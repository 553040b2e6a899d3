/** Loaded into each Node process of a test without network: refuses every connection that leaves the machine. */
import net from "node:net";

const {connect} = net.Socket.prototype;
const own = new Set(["localhost", "127.0.0.1", "::1"]);

net.Socket.prototype.connect = function (...args) {
  const [first] = args;
  const options = Array.isArray(first) ? first[0] : first;
  const host = typeof options === "object" ? (options.host ?? "localhost") : "localhost";
  if (!own.has(host)) throw new Error(`network is cut: ${host}`);
  return connect.apply(this, args);
};
