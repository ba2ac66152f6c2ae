import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Machines that build and test at once are slow; a test that waits for nothing is not made slower by this.
configure({ asyncUtilTimeout: 8_000 });

afterEach(cleanup);
