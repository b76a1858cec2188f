import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

/** Prometheus figures of one process, served at /metrics. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: "http_request_duration_seconds",
      help: "Time to answer, by route and status",
      labelNames: ["method", "route", "status"],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2],
      registers: [registry],
    }),
    writes: new Histogram({
      name: "database_write_batch_size",
      help: "Writes that shared one commit",
      buckets: [1, 2, 4, 8, 16, 32, 64],
      registers: [registry],
    }),
    statements: new Counter({
      name: "database_statements_total",
      help: "Statements run, begin and commit not counted",
      registers: [registry],
    }),
    mails: new Counter({
      name: "mail_deliveries_total",
      help: "Mail delivery attempts by result",
      labelNames: ["result"],
      registers: [registry],
    }),
    mailBacklog: new Gauge({
      name: "mail_backlog",
      help: "Mails waiting or retrying",
      registers: [registry],
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
