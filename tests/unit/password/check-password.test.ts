import { describe, expect, test } from "vitest";
import { checkPassword, passwordMinimum } from "#app/platform/password/check-password.ts";
import { commonPasswords } from "#app/platform/password/common-passwords.ts";

const alone = {
  minimum: passwordMinimum.alone,
  personal: ["li.lei@jiazi-example.com", "李雷", "甲子示例功率半导体"],
};

describe("checkPassword", () => {
  test.each([
    "correct horse battery staple",
    "汾河边的第七棵柳树开花了吗真好看呀",
    "tR7!mq-92kd.Lw04x",
    "seven quiet wafers",
    "Xinzhou quilt 81 teapots",
    "a".repeat(20) + "kQ7mZp2wTr",
  ])("takes %j", (password) => {
    expect(checkPassword(password, alone)).toBeNull();
  });

  test.each([
    ["", "too_short"],
    ["tR7!mq-92kd.Lw", "too_short"],
    ["柳".repeat(14), "too_short"],
    ["x7".repeat(129), "too_long"],
    ["aaaaaaaaaaaaaaaa", "common"],
    ["123456789012345", "common"],
    ["1234567890123456789", "common"],
    ["abcdefghijklmnop", "common"],
    ["passwordpassword", "common"],
    ["Password20271234", "common"],
    ["P@ssw0rd12345678", "common"],
    ["qwertyuiopasdfghjkl", "common"],
    ["1qaz2wsx3edc4rfv", "common"],
    ["woaini1314520woaini", "common"],
    ["ＷＯＡＩＮＩ５２０１３１４５２０", "common"],
    ["shanxijijin2027!!", "common"],
    ["ab1ab1ab1ab1ab1", "common"],
    ["password-test-admin", "common"],
    ["lilei@jiazi-example.com", "personal"],
    ["li.lei@jiazi-example.com", "personal"],
    ["jiazi-example-2027", "common"],
    ["李雷李雷李雷李雷李雷李雷李雷李雷", "common"],
    ["甲子示例功率半导体123456", "personal"],
  ])("%j is %s", (password, refusal) => {
    expect(checkPassword(password, alone)).toBe(refusal);
  });

  test("twelve characters do beside a second factor", () => {
    const options = { minimum: passwordMinimum.withSecondFactor };
    expect(checkPassword("tR7!mq-92kd.", options)).toBeNull();
    expect(checkPassword("tR7!mq-92kd", options)).toBe("too_short");
    expect(checkPassword("密钥在第三个抽屉里面呢吗", options)).toBeNull();
  });

  test("stays quick on the longest input", () => {
    const start = performance.now();
    checkPassword("a1".repeat(127) + "zz", { ...alone, personal: Array(10).fill("x".repeat(80)) });
    checkPassword("qwerty7k".repeat(32), alone);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

test("the blocklist is lower case and without repeats", () => {
  expect(commonPasswords.length).toBeGreaterThan(400);
  expect(new Set(commonPasswords).size).toBe(commonPasswords.length);
  expect(commonPasswords.filter((word) => word !== word.toLowerCase() || word.length < 2)).toEqual([]);
});
