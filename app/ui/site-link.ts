export interface SiteLink {
  href: string;
  label: string;
  current?: boolean;
}

export type Account =
  | { kind: "visitor"; signInHref: string }
  | { kind: "person"; label: string; href?: string; signOutAction: string };
