import { equal } from './editor.ts';
import { loggedErrors } from './log.ts';

suite('all along', () => {
  test('no request has failed', () => equal(loggedErrors, []));
});
