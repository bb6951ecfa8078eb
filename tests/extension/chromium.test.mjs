import { describe } from 'node:test';
import { openChromium } from './chromium.mjs';
import { featureTests } from './features.mjs';
import { readingTests } from './reading.mjs';

describe('pages in Chromium', () => readingTests(openChromium));
describe('features in Chromium', () => featureTests(openChromium));
