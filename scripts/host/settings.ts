/** User settings that keep what is not ours out of the picture. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
};

/**
 * Runs the `browser` entry, in a web worker. A server prefers the Node host for an extension that can do both, and the
 * workbench in a browser overlooks `extensionDevelopmentKind`.
 */
export const webHostSettings: Readonly<Record<string, unknown>> = {
  'remote.extensionKind': { 'sourcemark.sourcemark': ['web'] },
};
