package tenfold.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tenfold.experiment.Laboratory;

/// How far the runs are: one line that is rewritten on a terminal, a line now and then elsewhere. It may be used by
/// several threads.
final class Progress implements Laboratory.Watcher {
  /// When a word is due.
  private enum Manner { SILENT, REWRITTEN, SPARSE }

  private static final long REWRITE_NANOS = 100_000_000;
  private static final long SPARSE_NANOS = 5_000_000_000L;

  /// Parts of a run that are added up must not fall short of it.
  private static final double ROUNDING = 1e-6;

  private final PrintStream err;
  private final Manner manner;
  private int total;
  private double done;
  private long beganNanos;
  private long saidNanos;
  private boolean isEnded;

  private Progress(PrintStream err, Manner manner) {
    this.err = err;
    this.manner = manner;
  }

  /// Progress that nobody sees.
  static Progress silent(PrintStream err) {
    return new Progress(err, Manner.SILENT);
  }

  /// Progress in the manner that suits the stream.
  static Progress on(PrintStream err) {
    return new Progress(err, err == System.err && isTerminal() ? Manner.REWRITTEN : Manner.SPARSE);
  }

  @Override
  public synchronized void begin(int runs) {
    total = runs;
    beganNanos = System.nanoTime();
    saidNanos = beganNanos;
  }

  @Override
  public synchronized void advance(double runs) {
    done += runs;
    long now = System.nanoTime();
    long pause = manner == Manner.SPARSE ? SPARSE_NANOS : REWRITE_NANOS;
    if (manner != Manner.SILENT && !isEnded && now - saidNanos >= pause) {
      saidNanos = now;
      say(String.format(Locale.ROOT, "%.0f of %d runs, %s %%, %.0f s", Math.floor(done + ROUNDING), total,
          percent(100 * done / total), (now - beganNanos) / 1e9));
    }
  }

  /// Small shares with the digit that shows that something moves.
  private static String percent(double percent) {
    return percent < 1 ? String.format(Locale.ROOT, "%.3f", percent) : String.format(Locale.ROOT, "%.0f", percent);
  }

  /// All runs are done, or given up: the rewritten line goes away.
  synchronized void end() {
    if (manner == Manner.REWRITTEN && !isEnded) {
      err.print("\r\u001b[K");
      err.flush();
    }
    isEnded = true;
  }

  /// The runs are given up for a reason that the user should read.
  synchronized void stop(String reason) {
    end();
    err.println(reason);
  }

  private void say(String text) {
    if (manner == Manner.REWRITTEN) {
      err.print("\r" + text + "\u001b[K");
      err.flush();
    } else {
      err.println(text);
    }
  }

  /// Java can only tell whether standard input and output are a terminal; Linux shows where standard error goes.
  private static boolean isTerminal() {
    try {
      var target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException _) {
      return System.console() != null && System.console().isTerminal();
    }
  }
}
