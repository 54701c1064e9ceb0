package tenfold.app.look;

/// The colours of the window.
public enum Palette {
  /// Dark on light.
  LIGHT("light"),
  /// Light on dark.
  DARK("dark"),
  /// White and strong colours on black, for those who need the contrast: text has at least 7 : 1 (WCAG 2.1, level AAA).
  CONTRAST("contrast");

  private final String id;

  Palette(String id) {
    this.id = id;
  }

  /// Whether its surfaces are dark.
  public boolean isDark() {
    return this != LIGHT;
  }

  /// The next one, and after the last the first.
  public Palette next() {
    return values()[(ordinal() + 1) % values().length];
  }

  @Override
  public String toString() {
    return id;
  }
}
