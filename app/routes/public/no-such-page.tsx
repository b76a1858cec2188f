import { notFound } from "#app/http/not-found.ts";

export const loader = () => {
  throw notFound();
};

export const action = loader;

/** Never drawn: that the route is a page makes the answer one too. */
export default function NoSuchPage() {
  return null;
}
