Scalar.createApiReference('#reference', {
  url: 'openapi/v1.json',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
});
