package io.github.tapkustomer.config;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Warns about a file with the API key that other users can read, if this user can change that: the
 * file is theirs and writable, and is not one that Meltano makes for each run.
 */
final class FileExposure {
  private FileExposure() {}

  /** What to say about a file that contains this key; nothing about the sample's placeholder. */
  static Optional<String> warning(Path path, String key) {
    boolean matters =
        !ApiToken.isPlaceholder(key) && Files.isRegularFile(path) && !isOfMeltano(path);
    return matters && isReadableByOthers(path)
        ? Optional.of("other users can read the API key: chmod 600 " + path)
        : Optional.empty();
  }

  /** Meltano writes such a file for each run, and removes it afterward. */
  private static boolean isOfMeltano(Path path) {
    return StreamSupport.stream(path.toAbsolutePath().spliterator(), false)
        .anyMatch(folder -> folder.toString().equals(".meltano"));
  }

  private static boolean isReadableByOthers(Path path) {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return false;
    }
    try {
      PosixFileAttributes attributes = view.readAttributes();
      Set<PosixFilePermission> permissions = attributes.permissions();
      return (permissions.contains(GROUP_READ) || permissions.contains(OTHERS_READ))
          && attributes.owner().getName().equals(System.getProperty("user.name"))
          && !Files.getFileStore(path).isReadOnly();
    } catch (IOException e) {
      // The file itself could be read; a warning is not worth a failure.
      return false;
    }
  }
}
