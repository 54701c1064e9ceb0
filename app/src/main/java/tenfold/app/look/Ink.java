package tenfold.app.look;

import javafx.scene.paint.Color;

/// Colours by meaning, for each palette. The style sheet has the same values under the same names;
/// a test compares them. The colours of fates are safe for the colour-blind (after Okabe & Ito, "Color universal
/// design", 2008).
public enum Ink {
  /// Behind everything.
  BACKGROUND(0xf6f7f9, 0x12161c, 0x000000),
  /// Panes.
  PANEL(0xffffff, 0x1a2029, 0x000000),
  /// The drawing area.
  CANVAS(0xfbfcfd, 0x151a21, 0x000000),
  /// Borders.
  LINE(0xd9dee5, 0x2c3543, 0x9aa4b2),
  /// Quiet surfaces.
  SOFT(0xeef1f5, 0x222a35, 0x1c1c1c),
  /// Grid lines.
  GRID(0xeceff3, 0x1d242e, 0x2a2a2a),
  /// Text.
  TEXT(0x1b2430, 0xe8edf4, 0xffffff),
  /// Secondary text.
  MUTED(0x5f6c7e, 0x97a4b6, 0xd6dbe2),
  /// What is idle.
  IDLE(0x9aa7b5, 0x6b7888, 0xaeb6c0),
  /// The student's own hand: slider, prediction, edits.
  ACCENT(0x2457c5, 0x7aa7ff, 0x8fb8ff),
  /// Answered from a cache.
  HIT(0x009e73, 0x2cc295, 0x33e0ae),
  /// Worked out by a database.
  DATABASE(0x3a9bdc, 0x6cc0f5, 0x7fd0ff),
  /// Answered late.
  SLOW(0xe69f00, 0xf5b833, 0xffc845),
  /// Failed.
  FAILED(0xd55e00, 0xff7a33, 0xff8f4d),
  /// Nobody waits for it any more.
  TIMED_OUT(0xb0589a, 0xd98cc3, 0xf0a6dc),
  /// Parts that families are.
  TRAFFIC(0x6b7a90, 0x9aa9bf, 0xc3cede),
  /// Parts that serve.
  SERVE(0x2f8f6b, 0x5cc39b, 0x74e0b4),
  /// Parts that keep data.
  DATA(0x7a4fc2, 0xab86ee, 0xc9aaff),
  /// Parts that control others.
  CONTROL(0x4a7d8c, 0x7fb2c1, 0x9fd6e6),
  /// Parts that work later, and what is outside.
  LATER(0x65727f, 0x96a4b2, 0xbcc7d3),
  /// Application servers.
  SERVER(0x2457c5, 0x7aa7ff, 0x8fb8ff),
  /// Caches, and what is paid.
  CACHE(0xb07a12, 0xe0ab45, 0xffc95c),
  /// Replicas.
  REPLICA(0x9a7bd6, 0xbda5ee, 0xd6c2ff);

  private final int light;
  private final int dark;
  private final int contrast;

  Ink(int light, int dark, int contrast) {
    this.light = light;
    this.dark = dark;
    this.contrast = contrast;
  }

  /// Red, green and blue in eight bits each.
  public int rgb(Palette palette) {
    return switch (palette) {
      case LIGHT -> light;
      case DARK -> dark;
      case CONTRAST -> contrast;
    };
  }

  /// The same for JavaFX.
  public Color color(Palette palette) {
    return color(palette, 1);
  }

  /// The same for JavaFX, more or less transparent.
  ///
  /// @param opacity 0 to 1
  public Color color(Palette palette, double opacity) {
    int rgb = rgb(palette);
    return Color.rgb(rgb >> 16, rgb >> 8 & 255, rgb & 255, opacity);
  }

  /// Name in the style sheet, as in "-tf-timed-out".
  public String styleName() {
    return "-tf-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
