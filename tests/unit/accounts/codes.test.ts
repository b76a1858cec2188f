import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceName } from "#app/domain/accounts/device-name.ts";
import { landingOf } from "#app/domain/accounts/landing.ts";
import {
  formatRecoveryCode,
  normaliseOneTimeCode,
  normaliseRecoveryCode,
} from "#app/domain/accounts/recovery-code.ts";
import { seal, unseal } from "#app/platform/secret-box.ts";
import { newTotpSecret, totpCode, totpStep, totpUri } from "#app/platform/totp.ts";

describe("codes", () => {
  it("reads a recovery code however it was copied", () => {
    const code = "7KQM2X9TB4CDEFGH";
    expect(formatRecoveryCode(code)).toBe("7KQM-2X9T-B4CD-EFGH");
    for (const typed of [formatRecoveryCode(code), "７kqm 2x9t b4cd efgh", "7kqm–2x9t–b4cd–efgh"])
      expect(normaliseRecoveryCode(typed)).toBe(code);
    expect(normaliseRecoveryCode("OIL0 0000 0000 0000")).toBe("0110000000000000");
    for (const typed of ["", "7KQM", `${code}7`, "7KQM2X9TB4CDEFGU"])
      expect(normaliseRecoveryCode(typed)).toBeUndefined();
  });

  it("reads six digits and nothing else", () => {
    expect(normaliseOneTimeCode(" 123 456 ")).toBe("123456");
    expect(normaliseOneTimeCode("１２３４５６")).toBe("123456");
    for (const typed of ["12345", "1234567", "12345a", ""])
      expect(normaliseOneTimeCode(typed)).toBeUndefined();
  });

  it("agrees with RFC 6238 and looks one step to either side", () => {
    // The RFC's key "12345678901234567890" in base 32; its SHA-1 vectors cut to six digits.
    const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    const at = (seconds: number) => new Date(seconds * 1000);
    expect(totpCode(secret, at(59))).toBe("287082");
    expect(totpCode(secret, at(1_111_111_109))).toBe("081804");
    expect(totpCode(secret, at(20_000_000_000))).toBe("353130");
    expect(totpStep(secret, "287082", at(59))).toBe(1);
    expect(totpStep(secret, "287082", at(60))).toBe(1);
    expect(totpStep(secret, "287082", at(29))).toBe(1);
    expect(totpStep(secret, "287082", at(90))).toBeUndefined();
    expect(totpUri(newTotpSecret(), "a@b.cn")).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}&/);
  });

  it("opens a sealed box with its own key and purpose only", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, purpose) => {
        const box = seal("a secret", purpose, text);
        expect(unseal("a secret", purpose, box)).toBe(text);
        expect(unseal("another", purpose, box)).toBeUndefined();
        expect(unseal("a secret", `${purpose}!`, box)).toBeUndefined();
        const bytes = Buffer.from(box, "base64url");
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        if (text !== "") expect(unseal("a secret", purpose, bytes.toString("base64url"))).toBeUndefined();
      }),
      { numRuns: 50 },
    );
    for (const box of ["", "AAAA", "not base64 !"]) expect(unseal("a secret", "x", box)).toBeUndefined();
  });

  it("sends everybody to their own desk", () => {
    expect(landingOf([])).toBe("applicant");
    expect(landingOf(["reviewer"])).toBe("reviewer");
    expect(landingOf(["reviewer", "officer"])).toBe("staff");
    expect(landingOf(["auditor"])).toBe("staff");
  });

  it("tells one's devices apart", () => {
    const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0";
    expect(deviceName(edge)).toEqual({ browser: "Edge", system: "Windows" });
    const weChat = "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0.50";
    expect(deviceName(weChat)).toEqual({ browser: "WeChat", system: "Android" });
    const safari =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1";
    expect(deviceName(safari)).toEqual({ browser: "Safari", system: "iOS" });
    expect(deviceName("curl/8")).toEqual({ browser: "", system: "" });
  });
});
