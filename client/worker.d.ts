/** What a browser gives beside what Node has, as far as the client needs it. */
declare class Worker {
  constructor(script: string);
}
