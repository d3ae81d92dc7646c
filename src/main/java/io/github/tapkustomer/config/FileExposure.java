package io.github.tapkustomer.config;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Whether a file that holds the API key can be read by more than its owner. */
final class FileExposure {
  private FileExposure() {}

  /** What to tell of a file that this key stands in; nothing of the sample's placeholder. */
  static Optional<String> warning(Path path, String key) {
    if (ApiToken.isPlaceholder(key) || !Files.isRegularFile(path) || !isReadableByOthers(path)) {
      return Optional.empty();
    }
    return Optional.of("the API key is readable by others; chmod 600 " + path);
  }

  private static boolean isReadableByOthers(Path path) {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return false;
    }
    try {
      Set<PosixFilePermission> permissions = view.readAttributes().permissions();
      return permissions.contains(GROUP_READ) || permissions.contains(OTHERS_READ);
    } catch (IOException e) {
      // The file itself could be read; a warning is not worth a failure.
      return false;
    }
  }
}
