import { describe } from 'node:test';
import { openChromium } from './chromium.mjs';
import { readingTests } from './reading.mjs';

describe('in Chromium', () => readingTests(openChromium));
