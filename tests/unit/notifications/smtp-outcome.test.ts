import { describe, expect, it } from "vitest";
import { smtpOutcome } from "#app/platform/mailer/smtp-outcome.ts";

const failure = (facts: object) => smtpOutcome(Object.assign(new Error("server said so"), facts)).result;

describe("what a server's answer means for a mail", () => {
  it.each([
    ["an unknown recipient", { code: "EENVELOPE", command: "RCPT TO", responseCode: 550 }, "refused"],
    ["a sender it does not take", { code: "EENVELOPE", command: "MAIL FROM", responseCode: 553 }, "refused"],
    ["content it does not take", { code: "EMESSAGE", command: "DATA", responseCode: 554 }, "refused"],
    ["greylisting", { code: "EENVELOPE", command: "RCPT TO", responseCode: 451 }, "later"],
    ["a full disk", { code: "EMESSAGE", command: "DATA", responseCode: 452 }, "later"],
    // The settings are wrong or the server is: no mail may die of that.
    ["a wrong password", { code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 }, "later"],
    ["a closed door", { code: "EPROTOCOL", command: "CONN", responseCode: 554 }, "later"],
    ["a bad certificate", { code: "ETLS" }, "later"],
    ["no server", { code: "ESOCKET", command: "CONN" }, "later"],
    ["a stall", { code: "ETIMEDOUT" }, "later"],
    ["an address nobody can write to", { code: "EENVELOPE", command: "API" }, "refused"],
    ["something unknown", {}, "later"],
  ])("%s", (_name, facts, result) => {
    expect(failure(facts)).toBe(result);
  });
});
