import type { Command } from './command';

/** Asks who annotates here, and remembers it in the settings. */
export const choosePerson: Command = {
  id: 'sourcemark.choosePerson',
  async run(services) {
    const session = await services.sessions.choose();
    return session && services.annotator.ask(session);
  },
};
