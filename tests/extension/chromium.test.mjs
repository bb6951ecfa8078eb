import { describe } from 'node:test';
import { byItselfTests } from './by-itself.mjs';
import { openChromium, openChromiumWithAccess } from './chromium.mjs';
import { featureTests } from './features.mjs';
import { readingTests } from './reading.mjs';

describe('pages in Chromium', () => readingTests(openChromium));
describe('features in Chromium', () => featureTests(openChromium));
describe('articles that open by themselves in Chromium', () => byItselfTests(openChromiumWithAccess));
