import type { Command } from './command';

/** Asks who annotates here, and remembers it in the settings. */
export const choosePerson: Command = {
  id: 'sourcemark.choosePerson',
  run(services) {
    const session = services.sessions.active;
    return session && services.annotator.ask(session);
  },
};
