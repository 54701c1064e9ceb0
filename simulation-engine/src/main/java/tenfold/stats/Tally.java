package tenfold.stats;

/// Count, mean and variance of a stream of numbers, without keeping them.
///
/// Source: Welford, "Note on a method for calculating corrected sums of squares and products", Technometrics
/// 4(3), 1962; merging: Chan, Golub & LeVeque, "Updating formulae and a pairwise algorithm", 1979.
public final class Tally {
  private long count;
  private double mean;
  private double squares;

  /// Adds one number.
  public void add(double value) {
    count++;
    double delta = value - mean;
    mean += delta / count;
    squares += delta * (value - mean);
  }

  /// Adds all that `other` has seen.
  public void add(Tally other) {
    if (other.count > 0) {
      double delta = other.mean - mean;
      long total = count + other.count;
      squares += other.squares + delta * delta * count / total * other.count;
      mean += delta * other.count / total;
      count = total;
    }
  }

  /// How many numbers there were.
  public long count() {
    return count;
  }

  /// Their mean; NaN when there were none.
  public double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /// Their sample variance (divisor n − 1); NaN for fewer than two.
  public double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  /// Forgets everything.
  public void clear() {
    count = 0;
    mean = 0;
    squares = 0;
  }
}
