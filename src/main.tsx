import { start } from './app/start';
import { takeCallbackUrl } from './auth/callback';
import { appBasePath } from './config/basePath';

const basePath = appBasePath();
// Before anything else: a code or token in the address is not to be seen by anything that runs later.
const callbackUrl = takeCallbackUrl(basePath);
void start({ basePath, callbackUrl });
