import { notFound } from "#app/http/not-found.ts";

export const loader = () => {
  throw notFound();
};

export const action = loader;
