import { isIP } from "node:net";

/** Header our own listener sets from the socket; a client cannot, since the listener overwrites it. */
export const peerAddressHeader = "x-portal-peer";

/** The client's /24 (IPv4) or /64 (IPv6): what limits count by. Behind a trusted proxy the last forwarded hop. */
export function clientNetwork(headers: Headers, trustProxy: boolean): string {
  const forwarded = trustProxy ? headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  const address = (forwarded || headers.get(peerAddressHeader) || "").replace(/^::ffff:/, "");
  switch (isIP(address)) {
    case 4:
      return address.split(".").slice(0, 3).join(".");
    case 6:
      return expandIpv6(address).slice(0, 4).join(":");
    default:
      return "unknown";
  }
}

function expandIpv6(address: string): string[] {
  const [head = "", tail = ""] = address.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const gap = address.includes("::") ? 8 - left.length - right.length : 0;
  return [...left, ...Array<string>(Math.max(0, gap)).fill("0"), ...right].map((part) =>
    part.padStart(4, "0"),
  );
}
