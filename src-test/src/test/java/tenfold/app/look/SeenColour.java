package tenfold.app.look;

/// A colour as people see it, and as people do who lack one of the three kinds of cones.
///
/// Sources: WCAG 2.1 (contrast ratio); Machado, Oliveira & Fernandes, "A physiologically-based model for simulation of
/// color vision deficiency", IEEE TVCG 15(6), 2009 (matrices for severity 1); CIE 1976 L*a*b* with D65.
final class SeenColour {
  /// What is lacking.
  enum Lack {
    NOTHING(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    private final double[] matrix;

    Lack(double... matrix) {
      this.matrix = matrix;
    }
  }

  private final double[] linear;

  SeenColour(int rgb, Lack lack) {
    double[] whole = {linear(rgb >> 16), linear(rgb >> 8 & 255), linear(rgb & 255)};
    linear = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        linear[i] += lack.matrix[3 * i + j] * whole[j];
      }
      linear[i] = Math.clamp(linear[i], 0, 1);
    }
  }

  /// Contrast, 1 to 21.
  static double contrast(int one, int other) {
    double a = new SeenColour(one, Lack.NOTHING).luminance();
    double b = new SeenColour(other, Lack.NOTHING).luminance();
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /// How different two colours look, as a distance in L*a*b*; 2.3 is just noticeable.
  double distance(SeenColour other) {
    double[] a = lab();
    double[] b = other.lab();
    return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }

  private double luminance() {
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  private double[] lab() {
    double x = root((0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]) / 0.95047);
    double y = root(luminance());
    double z = root((0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double t) {
    return t > 216.0 / 24_389 ? Math.cbrt(t) : (24_389.0 / 27 * t + 16) / 116;
  }

  private static double linear(int eightBit) {
    double value = (eightBit & 255) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
