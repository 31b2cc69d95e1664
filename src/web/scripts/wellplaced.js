// Every page works without this file; it only adds what the libraries' components add.
import { initAll } from './govuk-frontend.min.js';
import './copy.js';
import './import-progress.js';

initAll();
