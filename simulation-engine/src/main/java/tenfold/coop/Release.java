package tenfold.coop;

import tenfold.port.Response;

/// One state of the pages' files, as it was deployed.
///
/// @param number counts the deployments, from 1
/// @param brokenShare share of its files that do not work, 0 to 1
public record Release(int number, double brokenShare) {
  /// Header of an answer whose page names its files with their release, as bundlers name them by a hash of what is in
  /// them; its value is the number of the release.
  public static final String NAMED_IN_PAGE = "X-Files-Release";

  private static final String BROKEN = "broken file ";
  private static final double PHI = 0.6180339887498949;

  /// What a file of this release is.
  String content(long file) {
    boolean isBroken = file * PHI % 1 < brokenShare;
    return (isBroken ? BROKEN : "file ") + file + " of release " + number;
  }

  /// Whether the answer is a file that does not work.
  public static boolean isBroken(Response answer) {
    return answer.body().startsWith(BROKEN);
  }

  /// Path of a file as a page names it.
  ///
  /// @param file its number
  /// @param release the release in its name; empty for a name that stays the same with every release
  public static String path(int file, String release) {
    return "/static/" + file + (release.isEmpty() ? "" : "." + release);
  }
}
