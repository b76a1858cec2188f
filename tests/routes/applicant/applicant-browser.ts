import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { builtHandler } from "#tests/support/built-routes.ts";
import type { FilingCompany } from "#tests/features/applications/filing-company.ts";

export interface Answered {
  status: number;
  location: string | null;
  html: string;
  response: Response;
}

/** A browser without scripts: opens pages, reads the form as it stands, sends it with what was typed over it. */
export async function applicantBrowser(world: FilingCompany) {
  const handle = await builtHandler(world.portal.services);
  const origin = world.portal.settings.baseUrl;

  async function send(
    path: string,
    person: PersonActor | undefined,
    init: RequestInit = {},
  ): Promise<Answered> {
    const headers = new Headers(init.headers);
    const token = person && world.tokens.get(person.personId);
    if (token) headers.set("cookie", `session=${token}; lang=zh`);
    if (init.method && init.method !== "GET") headers.set("origin", origin);
    if (typeof init.body === "string") headers.set("content-length", String(Buffer.byteLength(init.body)));
    const response = await handle(new Request(`${origin}${path}`, { ...init, headers, redirect: "manual" }));
    const location = response.headers.get("location");
    const isText = /^(text|application\/json)/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, location, html: isText ? await response.clone().text() : "", response };
  }

  return {
    open: (path: string, person?: PersonActor) => send(path, person),

    /** Sends the page's form as a browser would, with these fields typed over and this button pressed. */
    async submit(
      path: string,
      page: string,
      person: PersonActor,
      typed: Record<string, string | string[]>,
      intent?: string,
    ) {
      const fields = formFields(page);
      for (const [name, value] of Object.entries(typed)) {
        fields.delete(name);
        for (const each of [value].flat()) fields.append(name, each);
      }
      if (intent) fields.set("intent", intent);
      const multipart =
        page.includes('enctype="multipart/form-data"') || page.includes('encType="multipart/form-data"');
      if (!multipart)
        return send(path, person, {
          method: "POST",
          body: new URLSearchParams(fields as never).toString(),
          headers: { "content-type": "application/x-www-form-urlencoded" },
        });
      return send(path, person, { method: "POST", body: fields });
    },

    /** The same with a file chosen. */
    async upload(
      path: string,
      page: string,
      person: PersonActor,
      question: string,
      name: string,
      bytes: Buffer,
    ) {
      const fields = new FormData();
      for (const [key, value] of formFields(page)) if (!key.startsWith("file:")) fields.append(key, value);
      fields.append(`file:${question}`, new File([new Uint8Array(bytes)], name));
      fields.set("intent", `upload:${question}`);
      return send(path, person, { method: "POST", body: fields });
    },

    sendForm: (path: string, person: PersonActor, body: FormData) =>
      send(path, person, { method: "POST", body }),

    /** Any bytes under any name of their kind. */
    raw: (path: string, person: PersonActor, body: string | Uint8Array<ArrayBuffer>, type: string) =>
      send(path, person, {
        ...{ method: "POST", body },
        headers: {
          "content-length": String(Buffer.byteLength(body)),
          ...(type ? { "content-type": type } : {}),
        },
      }),

    json: (path: string, person: PersonActor | undefined, body: unknown) =>
      send(path, person, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
  };
}

const entity: Record<string, string> = {
  "&quot;": '"',
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&#x27;": "'",
};
export const unescaped = (text: string): string =>
  text.replace(/&(quot|amp|lt|gt|#x27);/g, (match) => entity[match] ?? match);

const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return match ? unescaped(match[1] ?? "") : undefined;
};

/** What a browser would send of the page's main form, templates and disabled controls left out. */
export function formFields(page: string): FormData {
  const fields = new FormData();
  const main = page.slice(page.indexOf("<main")).replace(/<template[\s\S]*?<\/template>/g, "");
  const controls = /<(input|select|textarea)\b([^>]*)>(?:([\s\S]*?)<\/\1>)?/g;
  for (const [, tag, attributes = "", inner = ""] of main.matchAll(controls)) {
    const name = attribute(attributes, "name");
    if (!name || /\sdisabled/.test(attributes)) continue;
    const type = attribute(attributes, "type");
    if (tag === "textarea") fields.append(name, unescaped(inner));
    else if (tag === "select") fields.append(name, selectedIn(inner));
    else if (type === "checkbox" || type === "radio") {
      if (/\schecked/.test(attributes)) fields.append(name, attribute(attributes, "value") ?? "on");
    } else if (type !== "file" && type !== "submit")
      fields.append(name, attribute(attributes, "value") ?? "");
  }
  return fields;
}

function selectedIn(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map((match) => match[1] ?? "");
  const chosen = all.find((each) => /\sselected/.test(each)) ?? all[0] ?? "";
  return attribute(chosen, "value") ?? "";
}
