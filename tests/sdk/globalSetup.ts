import { existsSync } from 'node:fs';
import { webBuild } from './sdk';

export default function globalSetup(): void {
  if (!existsSync(webBuild)) throw new Error('The SDK is not installed: npm ci --prefix tests/sdk');
}
