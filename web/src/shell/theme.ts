/** The tokens of theme.css, given to antd. */
import type { ThemeConfig } from 'antd';

export const theme: ThemeConfig = {
  token: {
    motion: false,
    wireframe: false,
    borderRadius: 4,
    controlHeight: 30,
    controlHeightSM: 26,
    fontSize: 13,
    fontFamily: 'var(--sans)',
    colorPrimary: '#1b4f8a',
    colorError: '#b3261e',
    colorWarning: '#8a5200',
    colorSuccess: '#0b6b60',
    colorInfo: '#1b4f8a',
    // Under the pointer as well: a lighter blue is too faint to read.
    colorLink: '#1b4f8a',
    colorLinkHover: '#1b4f8a',
    colorLinkActive: '#1b4f8a',
    colorText: '#19212c',
    colorTextSecondary: '#45505f',
    colorTextTertiary: '#5c6776',
    colorTextPlaceholder: '#5c6776',
    colorTextDescription: '#5c6776',
    colorTextDisabled: '#5c6776',
    colorBorder: '#8795a6',
    colorBorderSecondary: '#d9dfe6',
    colorBgLayout: '#f3f5f7',
    // Grounds antd would mix itself, greyer than ours.
    colorErrorBg: '#fceeec',
    colorErrorBorder: '#b3261e',
    colorWarningBg: '#fff3dc',
    colorWarningBorder: '#8a5200',
    colorSuccessBg: '#e5f3f0',
    colorInfoBg: '#e9f0f8',
    colorInfoBorder: '#a8c2e0',
  },
  components: {
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Modal: { titleFontSize: 17 },
  },
};
