package tenfold.app.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import tenfold.app.look.Texts;

/// Why a file could not be written, in words.
final class Reason {
  private Reason() {}

  static String of(Exception failure) {
    return switch (failure) {
      case AccessDeniedException _ -> Texts.get("reason.denied");
      case NoSuchFileException _ -> Texts.get("reason.noFolder");
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
