import { describe } from 'node:test';
import { byItselfTests } from './by-itself.mjs';
import { featureTests } from './features.mjs';
import { openFirefox } from './firefox.mjs';
import { readingTests } from './reading.mjs';

describe('pages in Firefox', () => readingTests(openFirefox));
describe('features in Firefox', () => featureTests(openFirefox));
describe('articles that open by themselves in Firefox', () => byItselfTests(openFirefox));
