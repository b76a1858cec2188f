import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type MiddlewareFunction, RouterContextProvider } from "react-router";
import { requestContext } from "#app/http/request-context.ts";
import { rootMiddleware } from "#app/http/root-middleware.ts";
import { servicesContext } from "#app/http/services.ts";
import { PageProvider } from "#app/ui/page-context.tsx";
import type { TestPortal } from "./test-portal.ts";

/** What a route file exports, as far as a test runs it. Each has its own argument types. */
export interface RouteModule {
  loader?: unknown;
  action?: unknown;
  default?: unknown;
  headers?: unknown;
}

export interface Visit {
  status: number;
  location: string | null;
  headers: Headers;
  /** The page as a browser without scripts gets it; empty for redirects and refusals. */
  html: string;
  /** Whether the page shows the text, tags aside. */
  shows(text: string): boolean;
}

interface Asked {
  params?: Record<string, string>;
  /** Makes it a POST from the portal's own page. */
  form?: Record<string, string | string[]> | FormData;
  headers?: Record<string, string>;
}

/** A browser with cookies, and no more: it goes through the root middleware to one route's loader or action. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #portal: TestPortal;
  readonly #network: string;

  constructor(portal: TestPortal, { network = "127.0.0.1", lang = "zh" as "zh" | "en" } = {}) {
    this.#portal = portal;
    this.#network = network;
    this.cookies.set("lang", lang);
  }

  /** Signs this browser in with a session that exists. */
  holds(sessionToken: string): this {
    this.cookies.set("session", sessionToken);
    return this;
  }

  async visit(route: RouteModule, path: string, asked: Asked = {}): Promise<Visit> {
    const request = this.#request(path, asked);
    const context = new RouterContextProvider();
    context.set(servicesContext, this.#portal.services);
    const args = { request, context, params: asked.params ?? {} };
    const next = () => answer(route, args);
    const middleware = rootMiddleware as unknown as (
      args: object,
      next: () => Promise<Response>,
    ) => ReturnType<MiddlewareFunction<Response>>;
    const response = (await middleware(args, next)) as Response;
    this.#keepCookies(response.headers);
    const html = await response.text();
    const words = html.replace(/<[^>]+>/g, "").replaceAll("&amp;", "&");
    return {
      status: response.status,
      location: response.headers.get("location"),
      headers: response.headers,
      html,
      shows: (text) => words.includes(text),
    };
  }

  #request(path: string, { form, headers = {} }: Asked): Request {
    const { baseUrl } = this.#portal.settings;
    const url = new URL(path, baseUrl);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const all: Record<string, string> = {
      cookie,
      "x-portal-peer": this.#network,
      "user-agent": "Test/1.0",
      ...headers,
    };
    if (!form) return new Request(url, { headers: all });
    all.origin ??= url.origin;
    if (form instanceof FormData) return new Request(url, { method: "POST", headers: all, body: form });
    const body = new URLSearchParams(
      Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
    );
    all["content-length"] = String(body.toString().length);
    return new Request(url, { method: "POST", headers: all, body });
  }

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, decodeURIComponent(value));
    }
  }
}

type Args = { request: Request; context: RouterContextProvider; params: Record<string, string> };
type Run = (args: Args) => unknown;

/** As the router does: an action first, then the loader, then the page with both answers. */
async function answer(route: RouteModule, args: Args): Promise<Response> {
  try {
    const posts = args.request.method === "POST";
    if (posts && !route.action) return new Response(null, { status: 405 });
    const acted = posts ? await (route.action as Run)(args) : undefined;
    if (acted instanceof Response) return acted;
    const loaded = route.loader ? await (route.loader as Run)(args) : undefined;
    if (loaded instanceof Response) return loaded;
    const [actionData, loaderData] = [unwrap(acted), unwrap(loaded)];
    const status = actionData.status ?? loaderData.status ?? 200;
    const headers = route.headers ? (route.headers as () => Record<string, string>)() : {};
    return new Response(render(route, args, actionData.data, loaderData.data), { status, headers });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    if (isWrapped(thrown)) return new Response(null, { status: thrown.init?.status ?? 200 });
    throw thrown;
  }
}

interface Wrapped {
  type: "DataWithResponseInit";
  data: unknown;
  init: ResponseInit | null;
}

const isWrapped = (value: unknown): value is Wrapped =>
  typeof value === "object" && value !== null && (value as Wrapped).type === "DataWithResponseInit";

const unwrap = (value: unknown): { data: unknown; status?: number | undefined } =>
  isWrapped(value) ? { data: value.data, status: value.init?.status } : { data: value };

function render(route: RouteModule, args: Args, actionData: unknown, loaderData: unknown): string {
  if (!route.default) return "";
  const { locale, nonce } = requestContext(args.context);
  const page = createElement(route.default as FunctionComponent<Record<string, unknown>>, {
    loaderData,
    actionData,
    params: args.params,
    matches: [],
  });
  const value = { locale, nonce, assetUrl: (name: string) => name };
  return renderToStaticMarkup(PageProvider({ value, children: page }));
}
