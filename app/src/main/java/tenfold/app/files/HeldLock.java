package tenfold.app.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A lock that is held until it is closed or the process ends, however it does. Its file stands beside what it is
/// about.
final class HeldLock implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private HeldLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Takes it.
  ///
  /// @return none when somebody else holds it, in this process or another
  /// @throws IOException when nobody can hold it, because its file cannot be written
  static Optional<HeldLock> take(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new HeldLock(file, channel));
      }
    } catch (OverlappingFileLockException own) {
      // A window of this process has it.
    }
    channel.close();
    return Optional.empty();
  }

  /// Whether nobody holds it.
  static boolean isFree(Path file) {
    try {
      var lock = take(file);
      lock.ifPresent(HeldLock::close);
      return lock.isPresent();
    } catch (IOException unknown) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException leftBehind) {
      System.getLogger(HeldLock.class.getName())
          .log(System.Logger.Level.DEBUG, "a lock file is left behind", leftBehind);
    }
  }
}
