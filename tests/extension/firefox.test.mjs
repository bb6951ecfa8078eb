import { describe } from 'node:test';
import { openFirefox } from './firefox.mjs';
import { readingTests } from './reading.mjs';

describe('in Firefox', () => readingTests(openFirefox));
