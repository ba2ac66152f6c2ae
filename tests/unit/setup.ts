import '@testing-library/jest-dom/vitest';

import { configure } from '@testing-library/react';

// Machines that build and test at once are slow; a test that waits for nothing is not made slower by this.
configure({ asyncUtilTimeout: 8_000 });
