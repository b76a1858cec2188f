declare module "autocannon" {
  /** What one connection of ours sends, as far as the bench uses it. */
  export interface CannonRequest {
    method?: string;
    path: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?: (request: CannonRequest, context: Record<string, unknown>) => CannonRequest;
    onResponse?: (status: number, body: string, context: Record<string, unknown>) => void;
  }
  interface Options {
    url: string;
    connections: number;
    duration: number;
    setupClient?: (client: { setRequests(requests: CannonRequest[]): void }) => void;
    requests?: CannonRequest[];
  }
  export interface CannonResult {
    requests: { total: number };
    latency: { p50: number; p99: number };
    duration: number;
    non2xx: number;
    errors: number;
    timeouts: number;
  }
  export default function autocannon(options: Options): Promise<CannonResult>;
}
