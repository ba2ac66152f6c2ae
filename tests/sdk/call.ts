import type { SandboxServer } from '@/sandbox/server';

/** How the SDK calls an operation, and what it brings back. */
export interface Call {
  /** The class of the SDK. */
  api: string;
  args?: (service: SandboxServer) => unknown[];
  /** What the body of the answer has to match. */
  shows: (service: SandboxServer) => unknown;
}
