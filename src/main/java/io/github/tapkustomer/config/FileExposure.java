package io.github.tapkustomer.config;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Warns about a file with the API key or the key of a hash that other users can read, if this user
 * can change that: the file is theirs and writable, and is not one that Meltano makes for each run.
 */
final class FileExposure {
  private FileExposure() {}

  /**
   * What to say about a file that gives these settings; nothing about the sample's placeholders.
   */
  static Optional<String> warning(Path path, GivenSettings given) {
    List<String> keys = keys(given);
    boolean matters = !keys.isEmpty() && Files.isRegularFile(path) && !isOfMeltano(path);
    return matters && isReadableByOthers(path)
        ? Optional.of(
            "other users can read %s: chmod 600 %s".formatted(String.join(" and ", keys), path))
        : Optional.empty();
  }

  private static List<String> keys(GivenSettings given) {
    boolean api = given.get(Setting.API_TOKEN).filter(ApiToken::isReal).isPresent();
    boolean hmac = MaskReader.holdsKey(given);
    return Stream.of(api ? "the API key" : "", hmac ? "the HMAC key" : "")
        .filter(key -> !key.isEmpty())
        .toList();
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
