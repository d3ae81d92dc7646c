package io.github.tapkustomer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is made from the code; {@code -Drenew=true} makes it again. */
public final class CheckedInFile {
  private CheckedInFile() {}

  /** Fails where the file is not what the code makes of it now, and says how to renew it. */
  public static void isCurrent(Path file, String made, Class<?> test) throws IOException {
    if (Boolean.getBoolean("renew")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, made);
      return;
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as(
            "%s is out of date; renew it with: mvn test -Dtest=%s -Drenew=true",
            file, test.getSimpleName())
        .isEqualTo(made);
  }
}
