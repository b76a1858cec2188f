import { usePage } from "./page-context.tsx";

/** An enhancement of a page that is complete without it. */
export function BrowserScript({ name }: { name: string }) {
  const { nonce, assetUrl } = usePage();
  return <script type="module" nonce={nonce} src={assetUrl(name)} />;
}
