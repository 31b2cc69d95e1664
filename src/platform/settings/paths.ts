/** The addresses of the settings. */
export const settingsPaths = {
  settings: '/settings',
  /** Where one stands on their page. */
  of: (setting: string) => `/settings#${setting}`,
  change: '/settings/change',
  changeOf: (setting: string) => `/settings/change?${new URLSearchParams({ setting })}`,
  takeBack: '/settings/take-back',
  takeBackOf: (setting: string, change: number) =>
    `/settings/take-back?${new URLSearchParams({ setting, change: String(change) })}`,
} as const;
