import { z } from "zod";

/** Requests of one application in 24 hours: each is a mail to every owner. */
export const mostRequestsADay = 5;

/** An editor asks the owners to sign and submit. */
export const askSignOffForm = z.object({
  note: z.string().trim().max(300, "note_long").default(""),
});

/** An owner sends the request back. */
export const declineSignOffForm = z.object({
  reason: z.string({ error: "reason_missing" }).trim().min(1, "reason_missing").max(500, "reason_long"),
});

export interface SignOffRequest {
  id: string;
  askedById: string;
  askedBy: string;
  askedAt: string;
  note: string;
  state: "open" | "declined";
  declinedBy: string;
  declinedAt: string | null;
  reason: string;
}
