import { expect } from 'vitest';
import type { SandboxServer } from '@/sandbox/server';

/** How the SDK calls an operation, and what that brings. */
export interface Call {
  /** The class of the SDK. */
  api: string;
  /** What has to be so beforehand. */
  before?: (service: SandboxServer) => void;
  args?: (service: SandboxServer) => unknown[];
  /** What the body of the answer has to match. */
  shows: (service: SandboxServer) => unknown;
  /** Looks at what became of it. */
  after?: (service: SandboxServer, token: string) => void;
}

export const has = (part: object): unknown => expect.objectContaining(part);
export const lists = (part: object): unknown => expect.arrayContaining([has(part)]);

export const me = ({ sandbox }: SandboxServer) => sandbox.administrator;

/** Somebody who is not the one that signed in. */
export function somebody({ sandbox }: SandboxServer) {
  const user = sandbox.organization.users.find(
    ({ id, profile }) => id !== sandbox.administrator.id && profile.state === 'active',
  );
  if (user === undefined) throw new Error('The organization has only an administrator');
  return user;
}
