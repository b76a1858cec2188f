import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { z } from "zod";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { checkboxGroupProps, checkboxProps, fieldProps } from "#app/ui/conform-field.ts";
import { TextInput } from "#app/ui/text-input.tsx";
import { attributes, render, startTags } from "./render.tsx";

const schema = z.object({
  email: z.email("请填完整的邮箱地址"),
  kinds: z.array(z.string()),
  agreed: z.boolean(),
});

function SignUp({ sent }: { sent: FormData }) {
  const lastResult = parseWithZod(sent, { schema }).reply();
  const [, fields] = useForm<z.infer<typeof schema>>({ id: "sign-up", lastResult });
  return (
    <>
      <TextInput label="电子邮箱" hint="用来登录" {...fieldProps(fields.email)} />
      <CheckboxGroup
        label="支持方式"
        options={["a", "b", "c"].map((value) => ({ value, label: value }))}
        {...checkboxGroupProps(fields.kinds)}
      />
      <Checkbox label="同意" {...checkboxProps(fields.agreed)} />
    </>
  );
}

test("a refused form comes back as it was sent, with Conform's ids on the parts of the kit", () => {
  const sent = new FormData();
  sent.set("email", "zhao@");
  sent.append("kinds", "a");
  sent.append("kinds", "c");
  sent.set("agreed", "on");
  const html = render(<SignUp sent={sent} />);

  expect(attributes(html, 'name="email"')).toMatchObject({
    id: "sign-up-email",
    value: "zhao@",
    "aria-invalid": "true",
    "aria-describedby": "sign-up-email-description sign-up-email-error",
  });
  expect(html).toContain("请填完整的邮箱地址");
  const boxes = startTags(html).filter((tag) => tag.includes('name="kinds"'));
  expect(boxes.map((tag) => tag.includes("checked"))).toEqual([true, false, true]);
  expect(startTags(html).find((tag) => tag.includes('name="agreed"'))).toContain("checked");
});
